package dev.seaworthy.validate.check.certificates;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The blocks of a text in PEM; what stands between them is for people. */
final class PemBlocks {

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  private PemBlocks() {}

  /**
   * A block.
   *
   * @param label what it says that it holds
   * @param hasHeaders whether there are lines before the data
   * @param der the data
   */
  record Block(String label, boolean hasHeaders, byte[] der) {}

  /** The blocks in their order; what begins like one and is none is passed over, as Go does. */
  static List<Block> of(String text) {
    List<Block> blocks = new ArrayList<>();
    int at = begin(text, 0);
    while (at >= 0) {
      int labelEnd = text.indexOf(DASHES, at + BEGIN.length());
      String label = labelEnd < 0 ? "" : text.substring(at + BEGIN.length(), labelEnd);
      String closing = END + label + DASHES;
      int end = labelEnd < 0 ? -1 : text.indexOf(closing, labelEnd);
      if (end < 0) {
        at = begin(text, at + BEGIN.length());
      } else {
        add(label, text.substring(labelEnd + DASHES.length(), end), blocks);
        at = begin(text, end);
      }
    }
    return blocks;
  }

  /** Where the next block begins, which is at the start of a line. */
  private static int begin(String text, int from) {
    int at = text.indexOf(BEGIN, from);
    while (at > 0 && text.charAt(at - 1) != '\n') {
      at = text.indexOf(BEGIN, at + 1);
    }
    return at;
  }

  private static void add(String label, String body, List<Block> blocks) {
    boolean headers = body.indexOf(':') >= 0;
    String data = headers ? body.substring(body.lastIndexOf(':') + 1) : body;
    try {
      byte[] der = headers ? new byte[0] : Base64.getMimeDecoder().decode(data);
      blocks.add(new Block(label, headers, der));
    } catch (IllegalArgumentException noBase64) {
      // Go takes such a block for text.
    }
  }
}
