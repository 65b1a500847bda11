package dev.seaworthy.lint;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person needs to know of a rule, and no program.
 *
 * @param text why the rule is there, what to do instead and when to leave it alone, as Markdown
 * @param covers the checks of others whose findings it finds
 */
public record RuleDocumentation(String text, List<CoveredCheck> covers) {

  static final RuleDocumentation NONE = new RuleDocumentation("", List.of());

  public RuleDocumentation {
    covers = List.copyOf(covers);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(text);
    out.writeShort(covers.size());
    for (CoveredCheck covered : covers) {
      out.writeUTF(covered.tool());
      out.writeUTF(covered.check());
    }
  }

  static RuleDocumentation read(DataInputStream in) throws IOException {
    String text = in.readUTF();
    int size = in.readShort();
    List<CoveredCheck> covers = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      covers.add(new CoveredCheck(in.readUTF(), in.readUTF()));
    }
    return new RuleDocumentation(text, covers);
  }
}
