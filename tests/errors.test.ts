import { constants } from "node:os";
import { describe, expect, it } from "vitest";
import { explainSystemError, isTlsCode, quotePath, systemErrorCode, systemFault } from "../src/errors.ts";

function failed(code: string, more: object = {}): Error {
  return Object.assign(new Error(`${code}: it failed`), { code, syscall: "open", path: "/a/b.md", ...more });
}

/** Those that a file system may give, as Node names them. */
const CODES = [
  ...[
    "EACCES",
    "EPERM",
    "EROFS",
    "ENOENT",
    "ENOTDIR",
    "EISDIR",
    "EEXIST",
    "ENOTEMPTY",
    "ENXIO",
    "ESPIPE",
    "EINVAL",
  ],
  ...[
    "ELOOP",
    "ENAMETOOLONG",
    "EXDEV",
    "EBUSY",
    "ETXTBSY",
    "EAGAIN",
    "ENOSPC",
    "EFBIG",
    "EIO",
    "ENODEV",
    "ENOTCONN",
  ],
  ...["ETIMEDOUT", "ENOTSUP", "ESHUTDOWN"],
];

describe("systemFault", () => {
  it.each(CODES)("says of %s what is wrong with which path, and what to do", (code) => {
    const fault = systemFault(failed(code));
    expect(fault?.message).toMatch(/^"\/a\/b\.md" cannot be used: [a-z ]+$/);
    expect(fault?.message).not.toContain("the system says");
    expect(fault?.hint).toMatch(/^[a-z].{10,}$/);
    expect(systemFault(failed(code), "the index")?.message).toMatch(/^the index cannot be used: /);
  });

  it.each(["EMFILE", "ENFILE", "ENOMEM"])("blames no file for %s", (code) => {
    expect(systemFault(failed(code), "the index")?.message).not.toMatch(/cannot be used|b\.md/);
    expect(() => explainSystemError(failed(code))).toThrow(expect.objectContaining({ name: "UserError" }));
  });

  it.skipIf(process.platform === "win32").each(["ESTALE", "EDQUOT"])(
    "knows %s by its number, for which Node has no name",
    (code) => {
      const number = Object.entries(constants.errno).find(([name]) => name === code)?.[1];
      const error = failed(`Unknown system error -${number}`);
      expect(systemErrorCode(error)).toBe(code);
      expect(systemFault(error)?.message).not.toContain("the system says");
    },
  );

  it("says the code of what it does not know, and nothing of what is no fault of the system", () => {
    expect(systemFault(failed("EWEIRD"))?.message).toContain("the system says EWEIRD");
    expect(systemFault(failed("Unknown system error -9999"))?.message).toContain(
      "the system says error 9999",
    );
    expect(systemFault(new TypeError("x is not a function"))).toBeNull();
    expect(systemFault(Object.assign(new Error("bad"), { code: "ERR_INVALID_ARG_TYPE" }))).toBeNull();
    expect(systemFault("text")).toBeNull();
  });

  it("names the working folder when that is gone, and the memory when there is too little", () => {
    expect(systemFault(failed("ENOENT", { syscall: "uv_cwd", path: undefined }))?.message).toContain(
      "working folder",
    );
    expect(systemFault(new RangeError("Array buffer allocation failed"))?.message).toContain("memory");
  });
});

describe("a code of TLS", () => {
  it.each([
    "EPROTO",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "ERR_SSL_WRONG_VERSION_NUMBER",
    "INVALID_CA",
  ])("is %s", (code) => {
    expect(isTlsCode(code)).toBe(true);
  });

  it.each(["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "EACCES", ""])("is not %j", (code) => {
    expect(isTlsCode(code)).toBe(false);
  });
});

describe("quotePath", () => {
  it("keeps a path on one line, and short", () => {
    expect(quotePath("a\n\u001bb")).toBe('"a\\n\\u001bb"');
    const long = quotePath(`${"x".repeat(99)}🦔${"y".repeat(4_000)}end.md`);
    expect(long.length).toBeLessThan(200);
    expect(long).toMatch(/^"x+.*…y+end\.md"$/);
    expect(long.isWellFormed()).toBe(true);
  });
});
