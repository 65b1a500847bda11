package dev.seaworthy;

import dev.seaworthy.DryRunOptions.Happening;
import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.simulate.dryrun.Deed;
import dev.seaworthy.simulate.dryrun.Deeds;
import dev.seaworthy.simulate.dryrun.ImageWords;
import dev.seaworthy.simulate.dryrun.Plan;
import dev.seaworthy.simulate.node.Behaviour;
import dev.seaworthy.simulate.outcome.Inquiries;
import dev.seaworthy.simulate.outcome.InquiryWords;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes of the words of options what a dry-run is to play, by the kinds that are known. */
final class PlanReader {

  private final InquiryWords words;

  PlanReader(ApiCatalog catalog) {
    this.words = new InquiryWords(catalog);
  }

  Plan plan(DryRunOptions options) {
    Map<String, Behaviour> images = new LinkedHashMap<>();
    options.images().forEach((image, behaviour) -> images.put(image, ImageWords.parse(behaviour)));
    return new Plan(
        options.nodes(),
        images,
        options.happenings().stream().map(happening -> deed(happening, options)).toList(),
        options.until(),
        inquiries(options));
  }

  Inquiries inquiries(DryRunOptions options) {
    return new Inquiries(
        words.kinds(options.listed()),
        LabelSelector.parse(options.selector()),
        options.isShowingLabels(),
        options.namespace(),
        options.described().stream().map(words::named).toList(),
        options.reached().stream()
            .map(each -> words.reach(each.target(), each.from(), options.namespace()))
            .toList());
  }

  private Deed deed(Happening happening, DryRunOptions options) {
    return switch (happening.what()) {
      case FAIL_NODE -> Deeds.failNode(happening.target());
      case DRAIN ->
        Deeds.drain(
            happening.target(), options.isForcingDrains(), options.isDeletingEmptyDirData());
      case CRASH -> {
        Inquiries.Named named = words.named(happening.target());
        yield Deeds.crash(named.kind(), named.name());
      }
    };
  }
}
