package dev.seaworthy.validate.admission;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Type;
import dev.seaworthy.api.crd.CustomStruct;
import dev.seaworthy.apply.JsonPatch;
import dev.seaworthy.apply.ServerSideApply;
import dev.seaworthy.cel.CelValues;
import dev.seaworthy.cel.PatchObject;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.custom.StructuralDefaults;
import dev.seaworthy.validate.decode.Decoded;
import dev.seaworthy.validate.decode.StrictDecoder;
import dev.seaworthy.validate.defaulting.Defaults;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object as the patches of a policy make it: operations on it, or fields merged into it; each time
 * it is read and filled in anew.
 */
final class PatchedObject {

  private final Type.Struct type;
  private final Request request;
  private final Defaults defaults;
  private final Mapping object;

  PatchedObject(AdmissionRequest request, Defaults defaults) {
    this.type = request.type().struct();
    this.request = request.request();
    this.defaults = defaults;
    this.object = request.object();
  }

  /** A patch that does not fit the object. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    private Unfit(String why) {
      super(why);
    }
  }

  /** After operations, as an expression gives them; if one tests in vain, nothing is done. */
  Mapping patched(Object operations) throws Unfit {
    Node patched = object;
    for (Object one : (List<?>) operations) {
      Node operation = operation((Map<?, ?>) one);
      Optional<Node> next = JsonPatch.applied(patched, Sequence.of(List.of(operation)));
      if (next.isEmpty() && operation.get("op").text().equals("test")) {
        return object;
      }
      patched = next.orElseThrow(() -> new Unfit(
          "the operation " + operation.toJson() + " of the JSON Patch does not fit the object"));
    }
    return completed(patched);
  }

  private static Node operation(Map<?, ?> written) throws Unfit {
    Map<String, Node> operation = new LinkedHashMap<>();
    for (Map.Entry<?, ?> field : written.entrySet()) {
      Object value = field.getValue();
      if (value instanceof PatchObject inner) {
        isPlaced(inner);
      }
      Node node = CelValues.toNode(value);
      operation.put(String.valueOf(field.getKey()), node);
    }
    return Mapping.of(operation);
  }

  private static void isPlaced(PatchObject written) throws Unfit {
    Optional<String> misplaced = written.misplaced();
    if (misplaced.isPresent()) {
      throw new Unfit("the patch is of wrong types: " + misplaced.get());
    }
  }

  /** With what an expression gives merged into it, as server-side apply merges. */
  Mapping merged(Object configuration) throws Unfit {
    PatchObject written = (PatchObject) configuration;
    isPlaced(written);
    Mapping patch = ((Mapping) CelValues.toNode(written))
        .with("apiVersion", object.get("apiVersion"))
        .with("kind", object.get("kind"));
    List<DecodeError> errors = decoded(patch).errors();
    if (!errors.isEmpty()) {
      throw new Unfit("the ApplyConfiguration does not fit the kind: " + words(errors));
    }
    List<String> atomic = new ArrayList<>();
    collectAtomic(type, patch, FieldPath.ROOT, atomic);
    if (!atomic.isEmpty()) {
      throw new Unfit("an ApplyConfiguration must not change what is owned as a whole: "
          + String.join(", ", atomic));
    }
    return completed(ServerSideApply.merged(type, object, Mapping.EMPTY, patch));
  }

  private Decoded decoded(Node tree) {
    return StrictDecoder.decode(type, tree, List.of(), request.release());
  }

  private static String words(List<DecodeError> errors) {
    DecodeError first = errors.get(0);
    return first.path() + " " + first.message();
  }

  private Mapping completed(Node patched) throws Unfit {
    if (type instanceof CustomStruct custom && patched instanceof Mapping mapping) {
      return StructuralDefaults.apply(mapping, custom.kind().schema());
    }
    Decoded read = decoded(patched);
    if (!read.errors().isEmpty() || !(read.tree() instanceof Mapping tree)) {
      throw new Unfit("the patched object cannot be read: " + words(read.errors()));
    }
    return defaults.apply(type, tree, request, Absent.INSTANCE);
  }

  private static void collectAtomic(Type type, Node value, FieldPath path, List<String> atomic) {
    if (type instanceof Type.Struct struct && value instanceof Mapping mapping) {
      if (struct.atomic()) {
        atomic.add(path.toString());
      }
      for (Mapping.Entry entry : mapping.entries()) {
        Optional<Field> field = struct.field(entry.key());
        field.ifPresent(
            known -> collectAtomic(known.type(), entry.value(), path.child(entry.key()), atomic));
      }
    } else if (type instanceof Type.ListOf list && value instanceof Sequence items) {
      if (list.kind() == Type.ListKind.ATOMIC) {
        atomic.add(path.toString());
      }
      for (int i = 0; i < items.size(); i++) {
        collectAtomic(list.item(), items.get(i), path.index(i), atomic);
      }
    }
  }
}
