package dev.seaworthy;

import dev.seaworthy.report.ImpactReport;
import dev.seaworthy.report.ImpactReport.ChangedObject;
import dev.seaworthy.report.ImpactReport.ChangedWorkload;
import dev.seaworthy.report.ImpactReport.PodMove;
import dev.seaworthy.simulate.impact.ChangeImpact;
import dev.seaworthy.simulate.impact.FieldChange;
import dev.seaworthy.simulate.impact.ImpactWords;
import dev.seaworthy.simulate.impact.ObjectChange;
import dev.seaworthy.simulate.impact.WorkloadImpact;
import java.util.Locale;

/** What a change does, as reports tell it. */
final class ImpactReports {

  private ImpactReports() {}

  static ImpactReport of(ChangeImpact impact) {
    return new ImpactReport(
        ImpactWords.of(impact),
        impact.objects().stream().map(ImpactReports::object).toList(),
        impact.workloads().stream().map(ImpactReports::workload).toList());
  }

  private static ChangedObject object(ObjectChange object) {
    return new ChangedObject(
        ImpactWords.name(object.key()),
        object.fate().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        object.fields().stream().map(ImpactReports::full).toList(),
        object.words());
  }

  private static String full(FieldChange field) {
    return field.path() + ": " + orNothing(field.from()) + " → " + orNothing(field.to());
  }

  private static String orNothing(String value) {
    return value.isEmpty() ? "(nothing)" : value;
  }

  private static ChangedWorkload workload(WorkloadImpact workload) {
    return new ChangedWorkload(
        ImpactWords.name(workload.key()),
        workload.reasons().stream().map(FieldChange::text).toList(),
        workload.desired(),
        workload.floor(),
        workload.lowest(),
        workload.available(),
        workload.took(),
        workload.moves().stream()
            .map(move -> new PodMove(move.at(), move.pod(), move.isOld(), move.what(), move.node()))
            .toList());
  }
}
