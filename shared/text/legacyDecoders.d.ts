/** What we use of @exodus/bytes, whose own types can't be read without Node's. `loose` writes U+FFFD where the bytes mean nothing. */
export function createSinglebyteDecoder(encoding: string, loose?: boolean): (bytes: Uint8Array) => string
export function createMultibyteDecoder(encoding: string, loose?: boolean): (bytes: Uint8Array) => string
