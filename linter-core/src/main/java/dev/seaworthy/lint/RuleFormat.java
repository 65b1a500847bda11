package dev.seaworthy.lint;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.structure.CompactReader;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.Container;
import dev.seaworthy.manifest.Node;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The compact form of rules: what the build writes and the product reads, field by field. */
final class RuleFormat {

  private interface Writer<T> {
    void write(T value, DataOutputStream out) throws IOException;
  }

  private interface Reader<T> {
    T read(CompactReader in);
  }

  private RuleFormat() {}

  static void write(Rule rule, DataOutputStream out) throws IOException {
    out.writeUTF(rule.id());
    out.writeUTF(rule.title());
    out.writeUTF(rule.severity().name());
    out.writeUTF(rule.category());
    writeAll(rule.profiles(), out, RuleFormat::writeText);
    out.writeUTF(rule.since());
    out.writeUTF(rule.each().name());
    writeAll(rule.kinds(), out, RuleFormat::writeKind);
    writeAll(rule.roles(), out, (role, o) -> o.writeUTF(role.name()));
    writeAll(rule.over(), out, RuleFormat::writeText);
    out.writeUTF(rule.given());
    writeAll(rule.dependsOn(), out, RuleFormat::writeText);
    writeAll(rule.targets(), out, RuleFormat::writeKind);
    writeAll(rule.parameters(), out, RuleFormat::writeParameter);
    writeAll(rule.at(), out, RuleFormat::writeText);
    out.writeUTF(rule.closedSeverity().map(Severity::name).orElse(""));
    out.writeUTF(rule.remedy());
    writeFix(rule.fix(), out);
    writeCondition(rule.condition(), out);
  }

  static Rule read(CompactReader in) {
    return new Rule(
        in.readText(),
        in.readText(),
        Severity.valueOf(in.readText()),
        in.readText(),
        readSet(in, CompactReader::readText),
        in.readText(),
        Each.valueOf(in.readText()),
        readSet(in, RuleFormat::readKind),
        readSet(in, i -> Container.Role.valueOf(i.readText())),
        readAll(in, CompactReader::readText),
        in.readText(),
        readAll(in, CompactReader::readText),
        readSet(in, RuleFormat::readKind),
        readAll(in, RuleFormat::readParameter),
        readAll(in, CompactReader::readText),
        readSeverity(in),
        in.readText(),
        readFix(in),
        readCondition(in));
  }

  private static Optional<Severity> readSeverity(CompactReader in) {
    String name = in.readText();
    return name.isEmpty() ? Optional.empty() : Optional.of(Severity.valueOf(name));
  }

  private static void writeText(String text, DataOutputStream out) throws IOException {
    out.writeUTF(text);
  }

  private static void writeKind(GroupKind kind, DataOutputStream out) throws IOException {
    out.writeUTF(kind.group());
    out.writeUTF(kind.kind());
  }

  private static GroupKind readKind(CompactReader in) {
    return GroupKind.of(in.readText(), in.readText());
  }

  private static void writeParameter(RuleParameter parameter, DataOutputStream out)
      throws IOException {
    out.writeUTF(parameter.name());
    out.writeUTF(parameter.type());
    NodeFormat.write(parameter.value(), out);
    out.writeUTF(parameter.help());
  }

  private static RuleParameter readParameter(CompactReader in) {
    String name = in.readText();
    String type = in.readText();
    Node value = NodeFormat.read(in);
    return new RuleParameter(name, type, value, in.readText());
  }

  private static void writeFix(Optional<RuleFix> fix, DataOutputStream out) throws IOException {
    out.writeBoolean(fix.isPresent());
    if (fix.isPresent()) {
      writeAll(fix.get().put().entrySet(), out, (one, o) -> {
        o.writeUTF(one.getKey());
        NodeFormat.write(one.getValue(), o);
      });
      writeAll(fix.get().remove(), out, RuleFormat::writeText);
      writeAll(fix.get().rename().entrySet(), out, (one, o) -> {
        o.writeUTF(one.getKey());
        o.writeUTF(one.getValue());
      });
      out.writeUTF(fix.get().safe().name());
    }
  }

  private static Optional<RuleFix> readFix(CompactReader in) {
    if (!in.readBoolean()) {
      return Optional.empty();
    }
    Map<String, Node> put = new LinkedHashMap<>();
    for (int left = in.readShort(); left > 0; left--) {
      put.put(in.readText(), NodeFormat.read(in));
    }
    List<String> remove = readAll(in, CompactReader::readText);
    Map<String, String> rename = new LinkedHashMap<>();
    for (int left = in.readShort(); left > 0; left--) {
      rename.put(in.readText(), in.readText());
    }
    return Optional.of(new RuleFix(put, remove, rename, RuleFix.Safety.valueOf(in.readText())));
  }

  private static void writeCondition(Rule.Condition condition, DataOutputStream out)
      throws IOException {
    if (condition instanceof Rule.JavaCheck check) {
      out.writeBoolean(true);
      out.writeUTF(check.className());
      out.writeBoolean(check.asksOthers());
    } else if (condition instanceof Rule.Expression expression) {
      out.writeBoolean(false);
      out.writeUTF(expression.source());
      writeCode(expression.holds(), out);
      writeCode(expression.message(), out);
      out.writeBoolean(expression.asksOthers());
    } else {
      throw new AssertionError(condition);
    }
  }

  private static Rule.Condition readCondition(CompactReader in) {
    return in.readBoolean()
        ? new Rule.JavaCheck(in.readText(), in.readBoolean())
        : new Rule.Expression(in.readText(), readCode(in), readCode(in), in.readBoolean());
  }

  private static void writeCode(Rule.Code code, DataOutputStream out) throws IOException {
    out.writeUTF(code.form().name());
    out.writeInt(code.bytes().length);
    out.write(code.bytes());
  }

  private static Rule.Code readCode(CompactReader in) {
    Rule.Form form = Rule.Form.valueOf(in.readText());
    return new Rule.Code(form, in.readBytes());
  }

  private static <T> void writeAll(Iterable<T> values, DataOutputStream out, Writer<T> writer)
      throws IOException {
    List<T> list = new ArrayList<>();
    values.forEach(list::add);
    out.writeShort(list.size());
    for (T value : list) {
      writer.write(value, out);
    }
  }

  private static <T> List<T> readAll(CompactReader in, Reader<T> reader) {
    int size = in.readShort();
    if (size == 0) {
      return List.of();
    }
    List<T> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(reader.read(in));
    }
    return list;
  }

  private static <T> Set<T> readSet(CompactReader in, Reader<T> reader) {
    List<T> all = readAll(in, reader);
    return all.isEmpty() ? Set.of() : new LinkedHashSet<>(all);
  }
}
