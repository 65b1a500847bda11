package dev.seaworthy.lint.source;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Field;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.graph.PathPattern;
import dev.seaworthy.lint.Each;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the paths of a rule lead to fields that there are: a rule about a misspelt field would never
 * object to anything. Of kinds that are not built in nobody knows the fields here; a path below one of
 * them is taken as it is.
 */
final class FieldPlaces {

  private static final String EACH_ITEM = "[]";

  private final Each each;
  private final Set<GroupKind> kinds;

  /** The fields of what a rule is asked of. */
  FieldPlaces(Each each, Set<GroupKind> kinds) {
    this.each = each;
    this.kinds = kinds;
  }

  /** What is wrong with {@code path}; empty if it leads to a field, or if that cannot be known. */
  Optional<String> objection(PathPattern path) {
    if (!isKnown()) {
      return Optional.empty();
    }
    Optional<String> newest = Optional.empty();
    for (int i = Release.supported().size() - 1; i >= 0; i--) {
      for (Type start : starts(BuiltInCatalog.of(Release.supported().get(i)))) {
        Optional<String> objection = objection(start, path.steps());
        if (objection.isEmpty()) {
          return Optional.empty();
        }
        newest = newest.isPresent() ? newest : objection;
      }
    }
    return newest;
  }

  private boolean isKnown() {
    return each == Each.OBJECT
        ? !kinds.isEmpty() && kinds.stream().allMatch(KnownKinds::isBuiltIn)
        : each != Each.REFERENCE;
  }

  private List<Type> starts(ApiCatalog catalog) {
    return switch (each) {
      case POD -> catalog.type("core/v1.PodSpec").<List<Type>>map(List::of).orElse(List.of());
      case CONTAINER ->
        catalog.type("core/v1.Container").<List<Type>>map(List::of).orElse(List.of());
      case OBJECT -> typesOf(kinds, catalog);
      case REFERENCE -> List.of();
    };
  }

  private static List<Type> typesOf(Set<GroupKind> kinds, ApiCatalog catalog) {
    return catalog.kinds().stream()
        .filter(kind -> kinds.contains(kind.groupKind()))
        .flatMap(kind -> catalog.find(kind).stream())
        .<Type>map(ResourceType::struct)
        .toList();
  }

  private static Optional<String> objection(Type start, List<String> steps) {
    Type at = start;
    for (String step : steps) {
      if (at instanceof Type.Anything) {
        return Optional.empty();
      }
      Optional<Type> below = below(at, step);
      if (below.isEmpty()) {
        return isOpen(at) ? Optional.empty() : Optional.of(refusal(at, step));
      }
      at = below.get();
    }
    return Optional.empty();
  }

  private static Optional<Type> below(Type type, String step) {
    if (type instanceof Type.ListOf list) {
      return step.equals(EACH_ITEM) ? Optional.of(list.item()) : Optional.empty();
    }
    if (type instanceof Type.MapOf map) {
      return step.equals(EACH_ITEM) ? Optional.empty() : Optional.of(map.value());
    }
    return type instanceof Type.Struct struct
        ? struct.field(step).map(Field::type)
        : Optional.empty();
  }

  private static boolean isOpen(Type type) {
    return type instanceof Type.Struct struct && struct.open();
  }

  private static String refusal(Type type, String step) {
    if (type instanceof Type.ListOf) {
      return "'" + step + "' is asked of a list; write [] for each of its items before it";
    }
    return step.equals(EACH_ITEM)
        ? "[] stands for the items of a list, and here is none"
        : "there is no field '" + step + "'";
  }
}
