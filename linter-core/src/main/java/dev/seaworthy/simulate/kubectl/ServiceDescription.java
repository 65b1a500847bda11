package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;

/** The description of a Service, down to its events. */
final class ServiceDescription {

  /** So many endpoints are named. */
  private static final int MOST = 3;

  private final Resource service;
  private final ClusterView view;
  private final TabbedText text;

  ServiceDescription(Resource service, ClusterView view, TabbedText text) {
    this.service = service;
    this.view = view;
    this.text = text;
  }

  void write() {
    text.field(0, "Name", service.name());
    text.field(0, "Namespace", service.namespace());
    text.field(0, "Labels", Description.pairs(service.labels()));
    text.field(0, "Annotations", Description.annotations(service));
    text.field(0, "Selector", Selections.labels(service.at("spec", "selector")));
    text.field(0, "Type", Column.text(service, "ClusterIP", "spec", "type"));
    optional("IP Family Policy", "ipFamilyPolicy");
    optional("External Name", "externalName");
    text.field(0, "IP", Column.text(service, Column.NONE, "spec", "clusterIP"));
    service.at("spec", "ports").items().forEach(this::port);
    text.field(0, "Session Affinity", Column.text(service, "None", "spec", "sessionAffinity"));
    optional("External Traffic Policy", "externalTrafficPolicy");
    optional("Internal Traffic Policy", "internalTrafficPolicy");
  }

  private void optional(String title, String field) {
    String value = Column.text(service, "", "spec", field);
    if (!value.isEmpty()) {
      text.field(0, title, value);
    }
  }

  private void port(Node port) {
    String protocol = port.get("protocol").stringOr("TCP");
    String name = port.get("name").text();
    text.line(
        0,
        "Port:\t" + (name.isEmpty() ? "<unset>" : name) + "\t"
            + port.get("port").longOr(0) + "/" + protocol);
    Node target = port.get("targetPort");
    text.field(
        0,
        "TargetPort",
        target.asLong().map(String::valueOf).orElse(target.text()) + "/" + protocol);
    if (port.get("nodePort").longOr(0) > 0) {
      text.line(
          0,
          "NodePort:\t" + (name.isEmpty() ? "<unset>" : name) + "\t"
              + port.get("nodePort").longOr(0) + "/" + protocol);
    }
    text.field(0, "Endpoints", endpoints(name));
  }

  private String endpoints(String port) {
    List<String> all = new ArrayList<>();
    for (Resource slice : view.ownedBy(Meta.uid(service), Kinds.ENDPOINT_SLICE)) {
      slice.at("ports").items().stream()
          .filter(each -> each.get("name").text().equals(port))
          .findFirst()
          .ifPresent(each -> slice.at("endpoints").items().stream()
              .filter(endpoint -> endpoint.at("conditions", "ready").isTrue())
              .flatMap(endpoint -> endpoint.get("addresses").items().stream())
              .forEach(ip -> all.add(ip.text() + ":" + each.get("port").longOr(0))));
    }
    all.sort(null);
    int more = all.size() - MOST;
    return String.join(",", all.subList(0, Math.min(MOST, all.size())))
        + (more > 0 ? " + " + more + " more..." : "");
  }
}
