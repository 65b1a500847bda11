package dev.seaworthy.lint;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.Container;
import dev.seaworthy.manifest.Node;
import java.io.DataInput;
import java.io.DataInputStream;
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
    T read(DataInputStream in) throws IOException;
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
    writeAll(rule.targets(), out, RuleFormat::writeKind);
    writeAll(rule.parameters(), out, RuleFormat::writeParameter);
    writeAll(rule.at(), out, RuleFormat::writeText);
    out.writeUTF(rule.closedSeverity().map(Severity::name).orElse(""));
    out.writeUTF(rule.remedy());
    writeFix(rule.fix(), out);
    writeCondition(rule.condition(), out);
  }

  static Rule read(DataInputStream in) throws IOException {
    return new Rule(
        in.readUTF(),
        in.readUTF(),
        Severity.valueOf(in.readUTF()),
        in.readUTF(),
        readSet(in, DataInput::readUTF),
        in.readUTF(),
        Each.valueOf(in.readUTF()),
        readSet(in, RuleFormat::readKind),
        readSet(in, i -> Container.Role.valueOf(i.readUTF())),
        readAll(in, DataInput::readUTF),
        in.readUTF(),
        readSet(in, RuleFormat::readKind),
        readAll(in, RuleFormat::readParameter),
        readAll(in, DataInput::readUTF),
        readSeverity(in),
        in.readUTF(),
        readFix(in),
        readCondition(in));
  }

  private static Optional<Severity> readSeverity(DataInputStream in) throws IOException {
    String name = in.readUTF();
    return name.isEmpty() ? Optional.empty() : Optional.of(Severity.valueOf(name));
  }

  private static void writeText(String text, DataOutputStream out) throws IOException {
    out.writeUTF(text);
  }

  private static void writeKind(GroupKind kind, DataOutputStream out) throws IOException {
    out.writeUTF(kind.group());
    out.writeUTF(kind.kind());
  }

  private static GroupKind readKind(DataInputStream in) throws IOException {
    return GroupKind.of(in.readUTF(), in.readUTF());
  }

  private static void writeParameter(RuleParameter parameter, DataOutputStream out)
      throws IOException {
    out.writeUTF(parameter.name());
    out.writeUTF(parameter.type());
    NodeFormat.write(parameter.value(), out);
    out.writeUTF(parameter.help());
  }

  private static RuleParameter readParameter(DataInputStream in) throws IOException {
    String name = in.readUTF();
    String type = in.readUTF();
    Node value = NodeFormat.read(in);
    return new RuleParameter(name, type, value, in.readUTF());
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

  private static Optional<RuleFix> readFix(DataInputStream in) throws IOException {
    if (!in.readBoolean()) {
      return Optional.empty();
    }
    Map<String, Node> put = new LinkedHashMap<>();
    for (int left = in.readShort(); left > 0; left--) {
      put.put(in.readUTF(), NodeFormat.read(in));
    }
    List<String> remove = readAll(in, DataInput::readUTF);
    Map<String, String> rename = new LinkedHashMap<>();
    for (int left = in.readShort(); left > 0; left--) {
      rename.put(in.readUTF(), in.readUTF());
    }
    return Optional.of(new RuleFix(put, remove, rename, RuleFix.Safety.valueOf(in.readUTF())));
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

  private static Rule.Condition readCondition(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? new Rule.JavaCheck(in.readUTF(), in.readBoolean())
        : new Rule.Expression(in.readUTF(), readCode(in), readCode(in), in.readBoolean());
  }

  private static void writeCode(Rule.Code code, DataOutputStream out) throws IOException {
    out.writeUTF(code.form().name());
    out.writeInt(code.bytes().length);
    out.write(code.bytes());
  }

  private static Rule.Code readCode(DataInputStream in) throws IOException {
    Rule.Form form = Rule.Form.valueOf(in.readUTF());
    return new Rule.Code(form, in.readNBytes(in.readInt()));
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

  private static <T> List<T> readAll(DataInputStream in, Reader<T> reader) throws IOException {
    int size = in.readShort();
    List<T> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(reader.read(in));
    }
    return list;
  }

  private static <T> Set<T> readSet(DataInputStream in, Reader<T> reader) throws IOException {
    return new LinkedHashSet<>(readAll(in, reader));
  }
}
