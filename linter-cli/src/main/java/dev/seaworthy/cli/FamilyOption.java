package dev.seaworthy.cli;

import dev.seaworthy.Settings;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.validate.field.AddressFamilies;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/** Which families of addresses the cluster has. */
final class FamilyOption {

  private List<String> families = List.of();

  void addTo(CommandSpec spec) {
    spec.addOption(
        Options.value("FAMILIES", Said.class, given -> families = given.names(), "--ip-families")
            .converters(new Converter())
            .completionCandidates(List.of("IPv4", "IPv6", "IPv4,IPv6", "IPv6,IPv4"))
            .description("IPv4, IPv6 or both, the primary one first: the address families that the"
                + " cluster gives to Services; default: IPv4 is taken for granted.")
            .build());
  }

  Settings settings(Settings settings) {
    return families.isEmpty() ? settings : settings.withIpFamilies(families);
  }

  private record Said(List<String> names) {}

  /** Reads them as kube-apiserver's own options are written, with a comma between. */
  private static final class Converter implements ITypeConverter<Said> {
    @Override
    public Said convert(String text) {
      List<String> names =
          Arrays.stream(text.split(",", -1)).map(Converter::family).toList();
      if (AddressFamilies.of(names).isEmpty()) {
        throw new TypeConversionException(
            "'" + text + "' is IPv4 and IPv6 not once each; write IPv4, IPv6 or IPv4,IPv6");
      }
      return new Said(names);
    }

    private static String family(String word) {
      return AddressFamilies.ALL.stream()
          .filter(word.strip()::equalsIgnoreCase)
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("'" + word + "' is no address family; "
              + NearestName.to(word, AddressFamilies.ALL)
                  .map(near -> "did you mean " + near + "?")
                  .orElse("IPv4 and IPv6 are")));
    }
  }
}
