package dev.seaworthy.api.schema;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.Mapping;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The constraints of types, each worked out once, and which types have none even below them. */
final class ConstrainedTypes {

  private final TypeConstraints source;
  private final Map<String, List<Mapping>> known = new HashMap<>();
  private final Map<String, Boolean> withWord = new HashMap<>();

  ConstrainedTypes(TypeConstraints source) {
    this.source = source;
  }

  List<Mapping> of(Type.Struct struct) {
    return known.computeIfAbsent(struct.name(), any -> source.of(struct));
  }

  /** Whether what is inside a field is judged in every object. */
  boolean areAskedInside(Type.Struct struct, String field) {
    return source.unjudgedWhere(struct, field).isEmpty();
  }

  /** The objects in which what is inside a field is not judged, if it is in others. */
  Optional<Mapping> exemption(Type.Struct struct, String field) {
    return source.unjudgedWhere(struct, field).filter(where -> where.size() > 0);
  }

  /** Whether a field may be missing or empty, whatever its type says. */
  boolean isFilledIn(Type.Struct struct, String field) {
    return source.isFilledIn(struct, field);
  }

  /** Whether there is a constraint on a struct or on one below it. */
  boolean haveWordOn(Type.Struct struct) {
    Boolean answer = withWord.get(struct.name());
    if (answer == null) {
      answer = search(struct, new HashSet<>());
      withWord.put(struct.name(), answer);
    }
    return answer;
  }

  private boolean search(Type type, Set<String> visited) {
    if (type instanceof Type.ListOf list) {
      return search(list.item(), visited);
    }
    if (type instanceof Type.MapOf map) {
      return search(map.value(), visited);
    }
    if (!(type instanceof Type.Struct struct) || !visited.add(struct.name())) {
      return false;
    }
    for (Field field : struct.fields()) {
      if (search(field.type(), visited)) {
        return true;
      }
    }
    return !of(struct).isEmpty();
  }
}
