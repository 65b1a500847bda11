package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Field;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Type;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No field of what a dry-run plays is passed over in silence: somebody has decided on each. */
class PlayedFieldsTest {

  private static final List<GroupVersionKind> PLAYED_KINDS = List.of(
      new GroupVersionKind("", "v1", "Pod"),
      new GroupVersionKind("", "v1", "PersistentVolume"),
      new GroupVersionKind("", "v1", "PersistentVolumeClaim"),
      new GroupVersionKind("", "v1", "ReplicationController"),
      new GroupVersionKind("", "v1", "Service"),
      new GroupVersionKind("", "v1", "LimitRange"),
      new GroupVersionKind("", "v1", "Namespace"),
      new GroupVersionKind("", "v1", "ResourceQuota"),
      new GroupVersionKind("", "v1", "Node"),
      new GroupVersionKind("apps", "v1", "DaemonSet"),
      new GroupVersionKind("apps", "v1", "Deployment"),
      new GroupVersionKind("apps", "v1", "ReplicaSet"),
      new GroupVersionKind("autoscaling", "v1", "HorizontalPodAutoscaler"),
      new GroupVersionKind("autoscaling", "v2", "HorizontalPodAutoscaler"),
      new GroupVersionKind("batch", "v1", "CronJob"),
      new GroupVersionKind("batch", "v1", "Job"),
      new GroupVersionKind("apps", "v1", "StatefulSet"),
      new GroupVersionKind("policy", "v1", "PodDisruptionBudget"),
      new GroupVersionKind("storage.k8s.io", "v1", "StorageClass"),
      new GroupVersionKind("scheduling.k8s.io", "v1", "PriorityClass"));

  private static final PlayedFields FIELDS = PlayedFields.ofProduct();

  private static List<Release> releases() {
    return Release.supported();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void eachTypeThatAPlayedFieldLeadsToHasARow(Release release) {
    ApiCatalog catalog = BuiltInCatalog.of(release);
    Set<String> seen = new HashSet<>();
    List<String> without = new ArrayList<>();

    PLAYED_KINDS.forEach(kind -> walk(catalog.find(kind).orElseThrow().struct(), seen, without));

    assertThat(without).isEmpty();
    assertThat(seen).contains("core/v1.Container", "core/v1.PodAffinityTerm", "core/v1.Taint");
  }

  private static void walk(Type type, Set<String> seen, List<String> without) {
    if (type instanceof Type.ListOf list) {
      walk(list.item(), seen, without);
    } else if (type instanceof Type.Struct struct && seen.add(struct.name())) {
      if (!FIELDS.knows(struct.name())) {
        without.add(struct.name());
        return;
      }
      for (Field field : struct.fields()) {
        if (FIELDS.isPlayed(struct.name(), field.name())) {
          walk(field.type(), seen, without);
        }
      }
    }
  }
}
