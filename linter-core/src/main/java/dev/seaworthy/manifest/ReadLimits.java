package dev.seaworthy.manifest;

/**
 * How much a text may ask of the reader before it is refused. Time and memory stay within a small
 * multiple of these whatever the text holds.
 *
 * @param fileBytes the longest file that is read at all
 * @param lineCharacters the longest line of a YAML text; JSON may stand on one line however long
 * @param depth how deep mappings and lists may nest
 * @param nodes how many values one document may have, each alias counted as what it stands for
 */
public record ReadLimits(int fileBytes, int lineCharacters, int depth, int nodes) {

  /**
   * Far above what an API server takes (requests of 3 MiB): a file may hold thousands of objects.
   */
  public static final ReadLimits DEFAULT = new ReadLimits(64 << 20, 4 << 20, 1_000, 2_000_000);
}
