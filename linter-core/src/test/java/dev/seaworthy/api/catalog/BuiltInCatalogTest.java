package dev.seaworthy.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Csv;
import dev.seaworthy.api.Field;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInCatalogTest {

  static List<Release> releases() {
    return Release.supported();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyTypeOfEveryKindLoads(Release release) {
    ApiCatalog catalog = BuiltInCatalog.of(release);
    Set<String> loaded = new TreeSet<>();

    catalog.kinds().forEach(gvk -> load(catalog.find(gvk).orElseThrow().struct(), loaded));

    assertThat(loaded).hasSizeGreaterThan(400).contains("core/v1.Container", "meta/v1.ObjectMeta");
  }

  private static void load(Type type, Set<String> loaded) {
    if (type instanceof Type.ListOf list) {
      load(list.item(), loaded);
    } else if (type instanceof Type.MapOf map) {
      load(map.value(), loaded);
    } else if (type instanceof Type.Struct struct && loaded.add(struct.name())) {
      struct.fields().forEach(field -> load(field.type(), loaded));
    }
  }

  /** Release, kinds that can be created, those of them that are served unasked. */
  @ParameterizedTest
  @CsvSource({
    "29, 73, 58",
    "30, 79, 60",
    "31, 79, 60",
    "32, 79, 58",
    "33, 87, 60",
    "34, 89, 65",
    "35, 89, 65",
    "36, 94, 67",
    "37, 96, 71"
  })
  void knowsSoManyKinds(int minor, int known, int byDefault) {
    ApiCatalog catalog = BuiltInCatalog.of(new Release(minor));

    List<ResourceType> kinds = creatable(catalog);

    assertThat(kinds).hasSize(known);
    assertThat(kinds.stream().filter(ResourceType::servedByDefault)).hasSize(byDefault);
  }

  private static List<ResourceType> creatable(ApiCatalog catalog) {
    return catalog.kinds().stream()
        .map(gvk -> catalog.find(gvk).orElseThrow())
        .filter(type -> !type.list())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void agreesWithTheTableOfKinds(Release release) throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (List<String> row : table()) {
      boolean listed = List.of(row.get(5).split(" ")).contains(release.toString());
      boolean optional = List.of(row.get(6).split(" ")).contains(release.toString());
      if (listed || optional) {
        GroupVersionKind gvk = new GroupVersionKind(row.get(0), row.get(1), row.get(2));
        expected.put(gvk.toString(), row.get(3) + " " + row.get(4));
      }
    }

    Map<String, String> found = new TreeMap<>();
    creatable(BuiltInCatalog.of(release))
        .forEach(type -> found.put(type.gvk().toString(), type.plural() + " " + type.namespaced()));

    assertThat(found).isEqualTo(expected);
  }

  private static List<List<String>> table() throws IOException {
    try (InputStream in =
        BuiltInCatalogTest.class.getResourceAsStream("/dev/seaworthy/schemas/kinds.csv")) {
      byte[] bytes = Objects.requireNonNull(in, "kinds.csv").readAllBytes();
      List<List<String>> rows = Csv.rows(new String(bytes, StandardCharsets.UTF_8));
      return rows.subList(1, rows.size());
    }
  }

  @Test
  void knowsTheTypesThatGoReadsByCodeOfTheirOwn() {
    assertThat(typeOf("core/v1.ResourceRequirements", "limits"))
        .isEqualTo(new Type.MapOf(new Type.Quantity()));
    assertThat(typeOf("core/v1.ServicePort", "targetPort")).isEqualTo(new Type.IntOrString());
    assertThat(typeOf("meta/v1.ObjectMeta", "creationTimestamp")).isEqualTo(new Type.Time(false));
    assertThat(typeOf("coordination/v1.LeaseSpec", "renewTime")).isEqualTo(new Type.Time(true));
    assertThat(typeOf("core/v1.Secret", "data")).isEqualTo(new Type.MapOf(new Type.Bytes()));
    assertThat(typeOf("apps/v1.ControllerRevision", "data")).isEqualTo(new Type.Anything(false));
    assertThat(typeOf("batch/v1.JobSpec", "backoffLimit")).isEqualTo(new Type.Whole(32));
    assertThat(typeOf("batch/v1.JobSpec", "activeDeadlineSeconds")).isEqualTo(new Type.Whole(64));
  }

  private static Type typeOf(String struct, String field) {
    return field(Release.NEWEST, struct, field).type();
  }

  private static Field field(Release release, String struct, String field) {
    return BuiltInCatalog.of(release).type(struct).flatMap(s -> s.field(field)).orElseThrow();
  }

  @Test
  void knowsHowItemsOfAListAreToldApart() {
    Field ports = field(Release.NEWEST, "core/v1.Container", "ports");

    assertThat(ports.type()).isInstanceOfSatisfying(Type.ListOf.class, list -> {
      assertThat(list.kind()).isEqualTo(Type.ListKind.MAP);
      assertThat(list.mapKeys()).containsExactly("containerPort", "protocol");
    });
    assertThat(ports.patch()).isEqualTo(new Field.Patch(true, false, "containerPort"));
    assertThat(field(Release.NEWEST, "core/v1.PodSpec", "volumes").patch())
        .isEqualTo(new Field.Patch(true, true, "name"));
  }

  @Test
  void knowsAFieldFromTheReleaseThatBroughtIt() {
    ApiCatalog before = BuiltInCatalog.of(new Release(33));

    assertThat(before.type("core/v1.Container").orElseThrow().field("restartPolicyRules"))
        .isEmpty();
    assertThat(field(new Release(34), "core/v1.Container", "restartPolicyRules"))
        .isNotNull();
  }

  @Test
  void knowsListsAsKindsThatNobodyCreates() {
    ApiCatalog catalog = BuiltInCatalog.of(Release.NEWEST);

    assertThat(catalog.find(GroupVersionKind.of("apps/v1", "DeploymentList")))
        .hasValueSatisfying(type -> assertThat(type.list()).isTrue());
    assertThat(catalog.find(GroupVersionKind.of("apps/v1", "Deploiment"))).isEmpty();
  }

  @Test
  void answersForATypeThatRefersToItself() {
    Type.Struct schema = BuiltInCatalog.of(Release.NEWEST)
        .type("apiextensions/v1.JSONSchemaProps")
        .orElseThrow();

    assertThat(schema.field("not").orElseThrow().type()).isSameAs(schema);
  }

  @Test
  void refusesAReleaseThatItDoesNotHave() {
    assertThatThrownBy(() -> BuiltInCatalog.of(new Release(28)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
