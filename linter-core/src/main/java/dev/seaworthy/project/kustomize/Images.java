package dev.seaworthy.project.kustomize;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.seaworthy.cel.GoPattern;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Images to which a kustomization gives another name, tag or digest. */
final class Images {

  private static final Set<String> HOLDERS =
      Set.of("containers", "initContainers", "ephemeralContainers");

  /** The schemas in it have fields of these names, too. */
  private static final String DEFINITION = "CustomResourceDefinition";

  private Images() {}

  static void run(Layer layer, Members members) throws BuildFailure {
    for (Node image : layer.get("images").items()) {
      Pattern pattern = pattern(layer, image);
      for (Member member : members.all()) {
        if (in(member.root(), pattern, image) instanceof Mapping changed) {
          member.set(changed);
        }
        inFieldsOfOnesOwn(layer, member, pattern, image);
      }
    }
  }

  private static void inFieldsOfOnesOwn(Layer layer, Member member, Pattern pattern, Node image) {
    for (FieldRow row : layer.workshop().fields().of(FieldStep.IMAGES)) {
      if (row.concerns(member.id().gvk()) && !member.kind().equals(DEFINITION)) {
        member.set(Tree.changed(
            member.root(),
            row.path(),
            false,
            old -> old.isString() ? renamed(old, pattern, image) : old));
      }
    }
  }

  /** A name is a pattern, whether or not that is meant: the dot in {@code example.com} is any letter. */
  private static Pattern pattern(Layer layer, Node image) throws BuildFailure {
    String name = image.get("name").text();
    layer.workshop().budget().expression(name, layer.mention(image));
    try {
      return GoPattern.compile("^" + name + "(:[\\w.{}-]*)?(@sha256:[\\w.{}-]*)?$");
    } catch (PatternSyntaxException none) {
      throw layer.failure(
          "the name of an image is a pattern, and '" + name + "' is none: " + none.getDescription(),
          image.get("name"));
    }
  }

  private static Node in(Node node, Pattern pattern, Node image) {
    if (node instanceof Sequence list) {
      List<Node> items = new ArrayList<>(list.size());
      list.items().forEach(item -> items.add(in(item, pattern, image)));
      return items.equals(list.items()) ? list : new Sequence(items, list.span());
    }
    if (!(node instanceof Mapping mapping)) {
      return node;
    }
    Mapping result = mapping;
    for (Mapping.Entry entry : mapping.entries()) {
      Node value = entry.value();
      Node changed = HOLDERS.contains(entry.key()) && value.isSequence()
          ? Tree.changed(value, List.of("image"), false, old -> renamed(old, pattern, image))
          : in(value, pattern, image);
      result = changed == value ? result : result.with(entry.key(), changed);
    }
    return result;
  }

  private static Node renamed(Node old, Pattern pattern, Node image) {
    String former = old.text();
    if (!pattern.matcher(former).find()) {
      return old;
    }
    int version = version(former);
    boolean isGiven =
        !text(image.get("newTag")).isEmpty() || !image.get("digest").text().isEmpty();
    return Scalar.of(
        image.get("newName").stringOr(former.substring(0, version))
            + (isGiven ? given(image) : suffixed(former.substring(version), image)),
        old.span());
  }

  /** Where the tag or digest begins; a colon before a slash is that of a port. */
  private static int version(String image) {
    int start = Math.max(0, image.indexOf('/'));
    int tag = image.indexOf(':', start);
    int digest = image.indexOf('@', start);
    int end = tag < 0 ? image.length() : tag;
    return digest < 0 ? end : Math.min(end, digest);
  }

  private static String given(Node image) {
    String tag = text(image.get("newTag"));
    String digest = image.get("digest").text();
    return (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
  }

  /** Two steps of kustomize find the containers, and each of them adds the suffix. */
  private static String suffixed(String version, Node image) {
    String suffix = image.get("tagSuffix").text();
    if (suffix.isEmpty()) {
      return version;
    }
    int digest = version.indexOf('@');
    String tag = digest < 0 ? version : version.substring(0, digest);
    return (tag.isEmpty() ? ":" : tag) + suffix + suffix;
  }

  /** {@code newTag: 1.27} is a number in YAML, and a text to kustomize. */
  private static String text(Node node) {
    return node instanceof Scalar scalar && scalar.isPresent() ? scalar.value() : "";
  }
}
