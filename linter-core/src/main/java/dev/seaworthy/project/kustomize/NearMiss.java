package dev.seaworthy.project.kustomize;

import dev.seaworthy.diagnostic.NearestName;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which object was probably meant by whoever names one that is not there. */
final class NearMiss {

  /** What means nothing but itself as a pattern; a dot stands for itself often enough. */
  private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9.-]+");

  private NearMiss() {}

  /** What to say of it behind a sentence about {@code id}; empty if there is nothing near. */
  static String hint(ObjectId id, Members members) {
    return name(id, members)
        .map(near -> "; did you mean " + near + "?")
        .or(() -> like(members, there -> inNamespaceOf(id, there).equals(id))
            .map(there -> "; there is one in namespace " + there.namespace()
                + ", and the patch means namespace " + id.namespace()))
        .or(() -> like(
                members,
                there ->
                    isNamesake(id, there) && there.gvk().kind().equals(id.gvk().kind()))
            .map(there -> "; there is one of " + there.gvk().apiVersion() + ", and the patch says "
                + id.gvk().apiVersion()))
        .or(() -> like(
                members,
                there -> isNamesake(id, there)
                    && NearestName.isNear(id.gvk().kind(), there.gvk().kind()))
            .map(there -> "; did you mean " + there + "?"))
        .orElse("");
  }

  private static Optional<String> name(ObjectId id, Members members) {
    return NearestName.to(
        id.name(),
        ids(members)
            .filter(there -> new ObjectId(there.gvk(), id.name(), there.namespace()).equals(id))
            .map(ObjectId::name)
            .toList());
  }

  private static ObjectId inNamespaceOf(ObjectId id, ObjectId there) {
    return new ObjectId(there.gvk(), there.name(), id.namespace());
  }

  private static boolean isNamesake(ObjectId id, ObjectId there) {
    return there.name().equals(id.name()) && there.namespace().equals(id.namespace());
  }

  private static Optional<ObjectId> like(Members members, Predicate<ObjectId> what) {
    return ids(members).filter(what).findFirst();
  }

  private static Stream<ObjectId> ids(Members members) {
    return members.all().stream().flatMap(Member::allIds);
  }

  /**
   * The name that is one slip off what a target says, where that is no pattern: of a target that means
   * several objects nobody knows whether it must mean one.
   */
  static Optional<String> ofTarget(String kind, String name, Members members) {
    if (!LITERAL.matcher(kind).matches() || !LITERAL.matcher(name).matches()) {
      return Optional.empty();
    }
    List<String> names = ids(members)
        .filter(there -> there.gvk().kind().equals(kind))
        .map(ObjectId::name)
        .distinct()
        .toList();
    return names.contains(name)
        ? Optional.empty()
        : NearestName.only(name, names).filter(near -> NearestName.isOneSlip(name, near));
  }
}
