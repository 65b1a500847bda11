package dev.seaworthy.manifest;

import dev.seaworthy.manifest.DocumentSplitter.Chunk;
import dev.seaworthy.manifest.ScalarScanner.Key;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of YAML that nearly all manifests are written in, several times as fast as the full
 * parser: block mappings and lists, scalars and flow collections on one line, block texts after
 * {@code |}. Whatever else it meets, errors included, it leaves to the full parser; a test holds the
 * two to the same trees.
 */
final class SimpleYaml {

  private final LineCursor in;
  private final ScalarScanner scalars;
  private final LiteralScanner literals;
  private final ReadLimits limits;
  private Map<Mapping, List<MappingBuilder.Repeated>> repeated = Map.of();
  private int depth;
  private int values;

  private SimpleYaml(
      byte[] text, Chunk chunk, Characters characters, SharedTexts texts, ReadLimits limits) {
    this.in = new LineCursor(text, chunk.from(), chunk.to(), chunk.line(), characters);
    this.scalars = new ScalarScanner(text, chunk.to(), texts, in);
    this.literals = new LiteralScanner(text, chunk.to(), in);
    this.limits = limits;
  }

  /** The document's tree, or null if it takes the full parser to read it. */
  static @Nullable Tree read(byte[] text, Chunk chunk, ReadLimits limits, SharedTexts texts) {
    Characters characters = Characters.of(text, chunk.from(), chunk.to(), limits.lineCharacters());
    return characters == Characters.UNKNOWN
        ? null
        : new SimpleYaml(text, chunk, characters, texts, limits).document();
  }

  private @Nullable Tree document() {
    if (!in.skipDocumentStart()) {
      return null;
    }
    if (in.indent() < 0) {
      return Tree.of(Absent.INSTANCE);
    }
    Node root = block(in.indent());
    return root == null || in.indent() >= 0 ? null : new Tree(root, repeated);
  }

  private @Nullable Node block(int indent) {
    if (++depth > limits.depth()) {
      return null;
    }
    Node node = in.isDash() ? sequence(indent) : mapping(indent);
    depth--;
    return node;
  }

  private @Nullable Mapping mapping(int indent) {
    MappingBuilder builder = new MappingBuilder();
    int line = in.line();
    int column = in.column();
    Span last;
    do {
      Key key = scalars.key();
      Node value = key == null ? null : value(indent, true);
      if (key == null || value == null || ++values > limits.nodes()) {
        return null;
      }
      builder.put(key.text(), key.type(), key.span(), value);
      last = value.span();
    } while (in.indent() == indent);
    if (in.indent() > indent) {
      return null;
    }
    return build(builder, new Span(line, column, last.endLine(), last.endColumn()));
  }

  private Mapping build(MappingBuilder builder, Span span) {
    Mapping mapping = builder.build(span);
    if (!builder.repeated().isEmpty()) {
      repeated = repeated.isEmpty() ? new IdentityHashMap<>() : repeated;
      repeated.put(mapping, builder.repeated());
    }
    return mapping;
  }

  private @Nullable Sequence sequence(int indent) {
    List<Node> items = new ArrayList<>();
    int line = in.line();
    int column = in.column();
    Span last;
    do {
      in.advance();
      Node item = item(indent);
      if (item == null || ++values > limits.nodes()) {
        return null;
      }
      items.add(item);
      last = item.span();
    } while (in.indent() == indent && in.isDash());
    return in.indent() > indent
        ? null
        : new Sequence(items, new Span(line, column, last.endLine(), last.endColumn()));
  }

  private @Nullable Node item(int indent) {
    Span behindDash = in.here();
    in.skipSpaces();
    if (in.isLineDone()) {
      return below(indent, false, behindDash);
    }
    return in.isDash() || scalars.startsKey() ? block(in.offsetInLine()) : value(indent, false);
  }

  /** What stands behind a colon or dash of an entry that is indented by {@code indent}. */
  private @Nullable Node value(int indent, boolean ofMapping) {
    Span behind = in.here();
    in.skipSpaces();
    if (in.isLineDone()) {
      return below(indent, ofMapping, behind);
    }
    if (in.current() == '|') {
      return literals.literal(indent);
    }
    Node value = inLine();
    // A line that is indented further would go on with the value, or be a mistake.
    return value == null || !in.endLine() || in.indent() > indent ? null : value;
  }

  /** What stands on the lines below a key or dash; null in YAML's sense if nothing does. */
  private @Nullable Node below(int indent, boolean ofMapping, Span behind) {
    if (!in.endLine()) {
      return null;
    }
    if (in.indent() > indent) {
      return block(in.indent());
    }
    if (ofMapping && in.indent() == indent && in.isDash()) {
      return block(indent);
    }
    return new Scalar(Scalar.Kind.NULL, "null", behind);
  }

  private @Nullable Node inLine() {
    return switch (in.current()) {
      case '"', '\'' -> scalars.quoted();
      case '[' -> flowSequence();
      case '{' -> flowMapping();
      default -> scalars.plain();
    };
  }

  private @Nullable Node flow() {
    return switch (in.current()) {
      case '"', '\'' -> scalars.quoted();
      case '[' -> flowSequence();
      case '{' -> flowMapping();
      default -> scalars.flowPlain();
    };
  }

  private @Nullable Sequence flowSequence() {
    int column = in.column();
    List<Node> items = new ArrayList<>();
    boolean more = enter(']');
    while (more) {
      Node item = depth > limits.depth() ? null : flow();
      if (item == null || ++values > limits.nodes() || !isSeparated(']')) {
        return null;
      }
      items.add(item);
      more = in.current() == ',';
      next();
    }
    depth--;
    return new Sequence(items, new Span(in.line(), column, in.line(), in.column()));
  }

  private @Nullable Mapping flowMapping() {
    int column = in.column();
    MappingBuilder builder = new MappingBuilder();
    boolean more = enter('}');
    while (more) {
      Key key = depth > limits.depth() ? null : scalars.flowKey();
      if (key == null) {
        return null;
      }
      in.skipSpaces();
      Node value = flow();
      if (value == null || ++values > limits.nodes() || !isSeparated('}')) {
        return null;
      }
      builder.put(key.text(), key.type(), key.span(), value);
      more = in.current() == ',';
      next();
    }
    depth--;
    return build(builder, new Span(in.line(), column, in.line(), in.column()));
  }

  /** Goes behind the bracket; whether something stands before the closing one. */
  private boolean enter(char close) {
    depth++;
    in.advance();
    in.skipSpaces();
    if (in.current() != close) {
      return true;
    }
    in.advance();
    return false;
  }

  private boolean isSeparated(char close) {
    in.skipSpaces();
    return in.current() == ',' || in.current() == close;
  }

  // Behind a comma spaces may follow; behind the closing bracket they belong to the line.
  private void next() {
    boolean comma = in.current() == ',';
    in.advance();
    if (comma) {
      in.skipSpaces();
    }
  }
}
