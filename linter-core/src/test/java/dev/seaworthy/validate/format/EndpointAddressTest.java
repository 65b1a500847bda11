package dev.seaworthy.validate.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses other nodes can reach. */
class EndpointAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.1", "128.0.0.1", "169.253.1.1", "224.0.1.1", "2001:db8::1", "fec0::1"})
  void theseCanBeReached(String address) {
    assertThat(AddressFormat.IP_OF_ENDPOINT.problems(address)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, unspecified",
    "::, unspecified",
    "127.0.0.1, loopback",
    "::1, loopback",
    "169.254.1.1, one link",
    "fe80::1, one link",
    "febf::1, one link",
    "224.0.0.1, multicast",
    "ff02::1, multicast",
    "nowhere, must be an IP address"
  })
  void theseCanNot(String address, String reason) {
    assertThat(AddressFormat.IP_OF_ENDPOINT.problems(address))
        .singleElement()
        .asString()
        .contains(reason);
  }
}
