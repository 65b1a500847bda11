/**
 * The API's structure as data: read from OpenAPI documents, kept as text for people, compiled into a
 * compact form for the program.
 *
 * <p>Start at {@link dev.seaworthy.api.structure.Structure}, the kinds and types of one release.
 * {@code OpenApiImport} makes one out of a document, {@code StructureFolder} keeps those of several
 * releases as text, {@code CompactStructure} reads what the build made of that, and {@code
 * StructureCatalog} answers questions about any of them.
 */
@NullMarked
package dev.seaworthy.api.structure;

import org.jspecify.annotations.NullMarked;
