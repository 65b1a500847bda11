package dev.seaworthy.api.structure;

import dev.seaworthy.api.Type;

/** Gives structs by name, without reading them. */
interface StructFinder {

  Type.Struct struct(String name);
}
