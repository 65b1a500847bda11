package dev.seaworthy.validate.decode;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Document.DuplicateKey;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.NodeWords;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.manifest.Unknown;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.Doubt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes one object as the API server does with {@code fieldValidation=Strict}.
 *
 * <p>Go's decoder goes through the object once, in the order written. A value that a type reads by
 * its own code (quantities, times, numbers-or-text) ends it at once; of the plain type errors the
 * first one is told when all is read; unknown and duplicate fields are told, all of them, only if
 * there was no such error. This one reads on and keeps what the server would not come to apart.
 */
public final class StrictDecoder {

  /** Of so many fields that an object can't have it is told what they were meant to be. */
  private static final int EXPLAINED = 100;

  private final Type.Struct root;
  private final Node object;
  private final GoNames names;
  private final DecodeFindings findings = new DecodeFindings();
  private final Doubt doubt = new Doubt();

  /** How deep in values whose own code takes fields that it does not know. */
  private int lenience;

  private int strays;

  private StrictDecoder(Type.Struct root, Node object, Release release) {
    this.root = root;
    this.object = object;
    this.names = new GoNames(release);
  }

  /** Decodes {@code object} as a value of {@code type}, with the error messages of a release. */
  public static Decoded decode(
      Type.Struct type, Node object, List<DuplicateKey> duplicates, Release release) {
    return decode(type, object, duplicates, release, Absent.INSTANCE);
  }

  /** Decodes {@code object}; what it has in common with {@code decoded} is decoded already. */
  public static Decoded decode(
      Type.Struct type, Node object, List<DuplicateKey> duplicates, Release release, Node decoded) {
    StrictDecoder decoder = new StrictDecoder(type, object, release);
    Node tree = object instanceof Mapping mapping
        ? decoder.struct(type, mapping, FieldPath.ROOT, decoded)
        : decoder.value(type, object, FieldPath.ROOT);
    return decoder.finish(tree, duplicates);
  }

  private Decoded finish(Node tree, List<DuplicateKey> duplicates) {
    findings.duplicates(duplicates, object);
    return new Decoded(tree, findings.told(), findings.untold(), findings.isReadable(), doubt);
  }

  private Node value(Type type, Node node, FieldPath path) {
    return value(type, node, path, Absent.INSTANCE);
  }

  private Node value(Type type, Node node, FieldPath path, Node done) {
    if (type instanceof Type.Struct struct) {
      return node instanceof Mapping mapping
          ? struct(struct, mapping, path, done)
          : mismatch(type, node, "a mapping of fields", path);
    }
    if (type instanceof Type.ListOf list) {
      return node instanceof Sequence sequence
          ? list(list.item(), sequence, path, done)
          : mismatch(type, node, "a list", path);
    }
    if (type instanceof Type.MapOf map) {
      return node instanceof Mapping mapping
          ? map(map.value(), mapping, path)
          : mismatch(type, node, "a mapping", path);
    }
    return type instanceof Type.Anything ? node : scalar(type, node, path);
  }

  private Node struct(Type.Struct struct, Mapping mapping, FieldPath path, Node done) {
    List<Mapping.Entry> entries = mapping.entries();
    List<Mapping.Entry> changed = null;
    List<FieldPath> meant = List.of();
    for (int i = 0; i < entries.size(); i++) {
      Mapping.Entry entry = entries.get(i);
      Node former = done.get(entry.key());
      Optional<Field> field = struct.field(entry.key());
      Node decoded = entry.value() == former ? former : null;
      if (decoded == null && field.isPresent()) {
        decoded = field(struct, field.get(), entry, path, former);
      } else if (decoded == null) {
        meant = meant.isEmpty() ? new ArrayList<>() : meant;
        meant.addAll(unknown(struct, path.child(entry.key())));
      }
      if (changed == null && decoded != entry.value()) {
        changed = new ArrayList<>(entries.subList(0, i));
      }
      if (changed != null && decoded != null) {
        changed.add(entry.with(decoded));
      }
    }
    return changed == null ? mapping : doubting(mapping.holding(changed), path, meant);
  }

  /** The decoded value of a field; null if it counts for nothing. */
  private @Nullable Node field(
      Type.Struct struct, Field field, Mapping.Entry entry, FieldPath path, Node done) {
    if (entry.value().isAbsent()) {
      return null;
    }
    if (SchemaUnions.holds(struct, entry.key())) {
      return schemaUnion(struct, entry.value(), path.child(entry.key()));
    }
    return value(field.type(), entry.value(), path.child(entry.key()), done);
  }

  /** A struct in which nobody knows the fields that misspelt ones were meant to be. */
  private Mapping doubting(Mapping struct, FieldPath path, List<FieldPath> meant) {
    Mapping doubtful = struct;
    for (FieldPath field : meant) {
      boolean isHere = field.parent().filter(path::equals).isPresent();
      if (isHere && !doubtful.has(field.lastStep())) {
        doubtful = doubtful.with(field.lastStep(), doubt.of(field, Span.NONE));
      }
    }
    return doubtful;
  }

  /** A schema, a list of schemas or, where the field takes it, a truth value. */
  private Node schemaUnion(Type.Struct schema, Node node, FieldPath path) {
    if (node instanceof Mapping || node instanceof Sequence) {
      lenience++;
      Node decoded =
          node instanceof Mapping ? value(schema, node, path) : schemas(schema, node, path);
      lenience--;
      if (lenience == 0) {
        findings.end();
      }
      return decoded;
    }
    boolean truth = node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.BOOLEAN;
    if (SchemaUnions.takesTruth(path.lastStep()) && !truth) {
      findings.type(
          new DecodeError("handled-as", "", path, "must be a schema, or true or false"), true);
      return doubt.of(path, node.span());
    }
    return node;
  }

  private Node schemas(Type.Struct schema, Node node, FieldPath path) {
    return SchemaUnions.takesTruth(path.lastStep())
        ? node
        : list(schema, (Sequence) node, path, Absent.INSTANCE);
  }

  private Node list(Type item, Sequence sequence, FieldPath path, Node done) {
    List<Node> items = sequence.items();
    List<Node> changed = null;
    for (int i = 0; i < items.size(); i++) {
      Node old = items.get(i);
      Node decoded = old == done.get(i) ? old : item(item, old, path.index(i));
      if (changed == null && decoded != old) {
        changed = new ArrayList<>(items.subList(0, i));
      }
      if (changed != null) {
        changed.add(decoded);
      }
    }
    return changed == null ? sequence : sequence.holding(changed);
  }

  private Node item(Type type, Node item, FieldPath path) {
    return item.isAbsent() ? zero(type, item) : value(type, item, path);
  }

  private Node map(Type type, Mapping mapping, FieldPath path) {
    List<Mapping.Entry> entries = mapping.entries();
    List<Mapping.Entry> changed = null;
    for (int i = 0; i < entries.size(); i++) {
      Mapping.Entry entry = entries.get(i);
      Node old = entry.value();
      Node decoded = old.isAbsent() ? zero(type, old) : value(type, old, path.key(entry.key()));
      if (changed == null && decoded != old) {
        changed = new ArrayList<>(entries.subList(0, i));
      }
      if (changed != null) {
        changed.add(entry.with(decoded));
      }
    }
    return changed == null ? mapping : mapping.holding(changed);
  }

  /** What Go holds where {@code null} stands for an item of a list or an entry of a map. */
  private static Node zero(Type type, Node written) {
    Span span = written.span();
    if (type instanceof Type.Struct || type instanceof Type.MapOf) {
      return new Mapping(List.of(), span);
    }
    if (type instanceof Type.ListOf) {
      return new Sequence(List.of(), span);
    }
    if (type instanceof Type.Quantity) {
      return new Scalar(Scalar.Kind.STRING, "0", span);
    }
    if (type instanceof Type.Truth) {
      return new Scalar(Scalar.Kind.BOOLEAN, "false", span);
    }
    if (type instanceof Type.Whole
        || type instanceof Type.Real
        || type instanceof Type.IntOrString) {
      return new Scalar(Scalar.Kind.INTEGER, "0", span);
    }
    return type instanceof Type.Anything ? written : new Scalar(Scalar.Kind.STRING, "", span);
  }

  private Node scalar(Type type, Node node, FieldPath path) {
    Scalars.Reading reading = Scalars.read(type, node);
    if (reading.problem() == null) {
      return reading.node();
    }
    DecodeError error = new DecodeError(
        reading.error(),
        reading.error().equals("type") ? names.type(root, path) : "",
        path,
        reading.problem());
    return wrong(type, node, error, reading.ends());
  }

  private Node mismatch(Type type, Node node, String wanted, FieldPath path) {
    String problem = "is " + NodeWords.of(node) + ", must be " + wanted;
    DecodeError error = new DecodeError("type", names.type(root, path), path, problem);
    return wrong(type, node, error, false);
  }

  /** The value that was probably meant; of its value nothing is said. */
  private Node wrong(Type type, Node node, DecodeError error, boolean ends) {
    findings.type(Advice.on(error, type, node, root), ends);
    Unknown unknown = doubt.of(error.path(), node.span());
    return MeantValue.of(type, node).orElse(unknown);
  }

  /** Tells of a field that is not the struct's, and which ones it was probably meant to be. */
  private List<FieldPath> unknown(Type.Struct struct, FieldPath path) {
    if (lenience > 0) {
      return List.of();
    }
    DecodeError error = new DecodeError(
        DecodeError.UNKNOWN,
        GoNames.strict(path),
        path,
        "is not a field of " + Shape.nameOf(struct));
    StrayField stray =
        strays++ < EXPLAINED ? StrayField.of(root, object, struct, path) : StrayField.UNEXPLAINED;
    stray.meant().forEach(doubt::about);
    findings.strict(
        stray.remedy().isEmpty() ? error : error.withRemedy(stray.remedy()).withMend(stray.mend()));
    return stray.meant();
  }
}
