package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.report.ImpactReport;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.report.json.OutcomeJson;
import dev.seaworthy.simulate.explore.Exploration;
import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.outcome.TimelineText;
import dev.seaworthy.simulate.scenario.ScenarioPlayer.Played;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was played, as data that reports and other programs read. */
final class SimulationReports {

  private final Settings settings;

  SimulationReports(Settings settings) {
    this.settings = settings;
  }

  /** What a story came to. */
  SimulationReport ofStory(Played played, Optional<Exploration> exploration) {
    return of(
        played.outcome(),
        played.outcome().conclusion(),
        false,
        played.outcome().problems(),
        played.sources(),
        played.answer().map(Mapping::toJson),
        Optional.empty(),
        exploration);
  }

  /**
   * What objects came to.
   *
   * @param conclusion what there is to say first
   * @param isNothingApplied whether that tells why nothing of the input was applied
   * @param remarks what was noticed of the input, beside what happened
   */
  SimulationReport ofObjects(
      Outcome outcome,
      List<String> conclusion,
      boolean isNothingApplied,
      List<Diagnostic> remarks,
      Optional<ImpactReport> impact,
      Optional<Exploration> exploration) {
    List<Diagnostic> problems = new ArrayList<>(outcome.problems());
    problems.addAll(remarks);
    return of(
        outcome,
        conclusion,
        isNothingApplied,
        problems,
        Map.of(),
        Optional.empty(),
        impact,
        exploration);
  }

  private SimulationReport of(
      Outcome outcome,
      List<String> conclusion,
      boolean isNothingApplied,
      List<Diagnostic> problems,
      Map<String, SourceText> sources,
      Optional<String> observations,
      Optional<ImpactReport> impact,
      Optional<Exploration> exploration) {
    List<String> sentences = new ArrayList<>(conclusion);
    exploration.map(Exploration::sentences).ifPresent(sentences::addAll);
    return new SimulationReport(
        sentences,
        outcome.answers(),
        isNothingApplied,
        TimelineText.brief(outcome.timeline()),
        TimelineText.full(outcome.timeline()),
        outcome.shown(),
        problems.stream().sorted(Diagnostic.ORDER).toList(),
        sources,
        details(outcome, conclusion, exploration),
        observations,
        settings.play().drawing() ? Optional.of(RunPictures.of(outcome)) : Optional.empty(),
        impact);
  }

  private Map<String, String> details(
      Outcome outcome, List<String> conclusion, Optional<Exploration> exploration) {
    Map<String, String> details =
        new LinkedHashMap<>(OutcomeJson.details(settings.kubernetes(), conclusion, outcome));
    exploration.ifPresent(found -> details.put("exploration", OutcomeJson.of(found)));
    return details;
  }
}
