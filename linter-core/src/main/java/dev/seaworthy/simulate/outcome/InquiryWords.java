package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.names.KindNames;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.diagnostic.UnknownWord;
import dev.seaworthy.simulate.reach.ReachQuestion;
import dev.seaworthy.simulate.reach.ReachWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is asked of a cluster in the words of {@code kubectl}: {@code pods}, {@code deploy/web}. */
public final class InquiryWords {

  /** What {@code kubectl get all} lists. */
  private static final List<String> ALL = List.of(
      "pod",
      "replicationcontroller",
      "service",
      "daemonset",
      "deployment",
      "replicaset",
      "statefulset",
      "horizontalpodautoscaler",
      "cronjob",
      "job");

  private final ApiCatalog catalog;

  public InquiryWords(ApiCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The kinds of names such as {@code pods}, {@code deploy} or {@code all}.
   *
   * @throws UnknownWord if there is none; says which one was perhaps meant
   */
  public List<GroupVersionKind> kinds(List<String> names) {
    List<GroupVersionKind> kinds = new ArrayList<>();
    for (String name : names) {
      if (name.equals("all")) {
        ALL.forEach(each -> kinds.add(kind(each)));
      } else {
        kinds.add(kind(name));
      }
    }
    return kinds;
  }

  private GroupVersionKind kind(String name) {
    List<ResourceType> kinds = KindNames.find(catalog, name);
    if (kinds.isEmpty()) {
      throw new UnknownWord("there is no kind '" + name + "'"
          + NearestName.to(name, KindNames.all(catalog))
              .map(near -> "; did you mean " + near + "?")
              .orElse(""));
    }
    return kinds.get(0).gvk();
  }

  /**
   * An object such as {@code deploy/web}.
   *
   * @throws UnknownWord if it is not written so, or there is no such kind
   */
  public Inquiries.Named named(String target) {
    int slash = target.indexOf('/');
    if (slash <= 0 || slash == target.length() - 1) {
      throw new UnknownWord("'" + target + "' is no KIND/NAME, such as deploy/web or pod/web-0");
    }
    return new Inquiries.Named(
        kind(target.substring(0, slash)).groupKind(), target.substring(slash + 1));
  }

  /**
   * Who is to be reached.
   *
   * @param from who asks; empty for a person outside
   * @param namespace where names are looked for; empty for everywhere
   * @throws UnknownWord if it makes no sense
   */
  public ReachQuestion reach(String target, Optional<String> from, Optional<String> namespace) {
    return new ReachWords(this::kind).read(target, from, namespace);
  }
}
