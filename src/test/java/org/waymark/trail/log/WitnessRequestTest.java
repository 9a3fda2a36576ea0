package org.waymark.trail.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example body of C2SP tlog-witness, and what is none. */
class WitnessRequestTest {

    private static final String HASH = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n";

    private static final String BODY = """
            old 20852014
            PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
            jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
            5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
            /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            """;

    @Test
    void theExampleOfTheSpecification() {
        WitnessRequest request = WitnessRequest.parse(BODY);

        assertThat(request.oldSize()).isEqualTo(20_852_014);
        assertThat(request.proof()).hasSize(4);
        assertThat(request.checkpoint().size()).isEqualTo(20_852_163);
        assertThat(request.print()).isEqualTo(BODY);
    }

    @Test
    void theFirstRequestHasNoProof() {
        String first = "old 0\n" + BODY.substring(BODY.indexOf("\n\n") + 1);

        assertThat(WitnessRequest.parse(first).proof()).isEmpty();
        assertThat(WitnessRequest.parse(first).print()).isEqualTo(first);
    }

    static Stream<String> malformed() {
        return Stream.of(
                "",
                "old 1\n",
                BODY.substring(0, BODY.indexOf("\n\n") + 2),
                BODY.replace("old 20852014", "old 0"),
                BODY.replace("old 20852014", "old 20852164"),
                BODY.replace("old 20852014", "old  20852014"),
                BODY.replace("old 20852014", "Old 20852014"),
                BODY.replace("old 20852014", "old 020852014"),
                BODY.replace("old 20852014", "old -1"),
                BODY.replace("old 20852014\n", ""),
                BODY.replace("PlRN", ""),
                BODY.replace(HASH, HASH.repeat(61)),
                BODY.replace("20852163\n", ""),
                BODY.replace("\n\n— ", "\n— "),
                BODY.replace("\n\nexample", "\n\n\nexample"),
                BODY.strip());
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsNoRequestIsRefused(String body) {
        assertThatThrownBy(() -> WitnessRequest.parse(body)).isInstanceOf(MalformedText.class);
    }

    @Test
    void sixtyThreeHashesAreAllowed() {
        assertThat(WitnessRequest.parse(BODY.replace(HASH, HASH.repeat(60))).proof())
                .hasSize(WitnessRequest.MOST_HASHES);
    }

    @Test
    void aFaultIsSaidWithItsLine() {
        assertThatThrownBy(() -> WitnessRequest.parse(BODY.replace("jrJZ", "jr!Z")))
                .hasMessage(
                        "line 3: `jr!ZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=` is not base64 in the standard alphabet with"
                                + " padding");
        assertThatThrownBy(() -> WitnessRequest.parse(BODY.replace("— example", "- example")))
                .hasMessageStartingWith("in the checkpoint: line 5: `- example");
    }
}
