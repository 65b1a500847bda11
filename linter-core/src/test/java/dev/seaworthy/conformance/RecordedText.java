package dev.seaworthy.conformance;

import dev.seaworthy.manifest.Node;

/**
 * A text of the corpus {@code yaml} and what {@code kubectl} and the server made of it.
 *
 * @param text the file, byte for byte
 * @param record {@code NAME.json}
 */
public record RecordedText(String name, byte[] text, Node record) {}
