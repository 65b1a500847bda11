package dev.seaworthy.lint;

import dev.seaworthy.api.structure.CompactReader;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The compact form of a value that nobody wrote: the default of a parameter. */
final class NodeFormat {

  private static final int ABSENT = 0;
  private static final int SCALAR = 1;
  private static final int SEQUENCE = 2;
  private static final int MAPPING = 3;

  private NodeFormat() {}

  static void write(Node node, DataOutputStream out) throws IOException {
    if (node instanceof Scalar scalar) {
      out.writeByte(SCALAR);
      out.writeUTF(scalar.kind().name());
      out.writeUTF(scalar.value());
    } else if (node instanceof Sequence sequence) {
      out.writeByte(SEQUENCE);
      out.writeShort(sequence.size());
      for (Node item : sequence.items()) {
        write(item, out);
      }
    } else if (node instanceof Mapping mapping) {
      out.writeByte(MAPPING);
      out.writeShort(mapping.size());
      for (Mapping.Entry entry : mapping.entries()) {
        out.writeUTF(entry.key());
        write(entry.value(), out);
      }
    } else {
      out.writeByte(ABSENT);
    }
  }

  static Node read(CompactReader in) {
    return switch (in.readByte()) {
      case SCALAR -> new Scalar(Scalar.Kind.valueOf(in.readText()), in.readText(), Span.NONE);
      case SEQUENCE -> readSequence(in);
      case MAPPING -> readMapping(in);
      default -> Absent.INSTANCE;
    };
  }

  private static Node readSequence(CompactReader in) {
    int size = in.readShort();
    List<Node> items = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      items.add(read(in));
    }
    return new Sequence(items, Span.NONE);
  }

  private static Node readMapping(CompactReader in) {
    int size = in.readShort();
    List<Mapping.Entry> entries = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      entries.add(new Mapping.Entry(in.readText(), Span.NONE, read(in)));
    }
    return new Mapping(entries, Span.NONE);
  }
}
