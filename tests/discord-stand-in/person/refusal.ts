/** A person cannot do this: Discord's own client would not let them. */
export class PersonRefusal extends Error {
  override readonly name = "PersonRefusal";
}
