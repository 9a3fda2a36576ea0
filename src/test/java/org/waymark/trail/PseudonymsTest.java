package org.waymark.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

    private final Pseudonyms names = new Pseudonyms(new byte[32]);

    @Test
    void theSameKeyGivesTheSameNames() {
        Pseudonyms again = new Pseudonyms(new byte[32]);
        assertThat(again.person("sefton", "LCS-1")).isEqualTo(names.person("sefton", "LCS-1"));
        assertThat(again.submission("sefton", "mash", "1")).isEqualTo(names.submission("sefton", "mash", "1"));
    }

    @Test
    void anotherKeyGivesOtherNames() {
        byte[] key = new byte[32];
        key[31] = 1;
        assertThat(new Pseudonyms(key).person("sefton", "LCS-1")).isNotEqualTo(names.person("sefton", "LCS-1"));
    }

    /** Computed outside this code: HMAC-SHA-256 with a key of 32 zero bytes, each field after its length in 4 bytes. */
    @Test
    void namesStayWhatTheyAreFromVersionToVersion() {
        assertThat(names.person("sefton", "LCS-55512").pseudonym()).isEqualTo("5f9gf6k0m9k1xfzwvr2xka5bpn2pfx3e");
        Submission submission = names.submission("sefton", "sefton-mash", "MASH-2026-000123");
        assertThat(submission.pseudonym()).isEqualTo("b3ha8bamr29v5v9hhtgncakmdqmmnfm3");
        assertThat(names.decisionId(submission)).isEqualTo("bh0vftz4d3gp38pj458nechhf4");
    }

    @Test
    void whereOneFieldEndsAndTheNextBeginsMatters() {
        assertThat(names.person("sefton", "1LCS")).isNotEqualTo(names.person("sefton1", "LCS"));
        assertThat(names.submission("a", "b", "")).isNotEqualTo(names.submission("a", "", "b"));
    }

    @Test
    void aPersonAndASubmissionNeverShareAName() {
        assertThat(names.person("a", "b").pseudonym())
                .isNotEqualTo(names.submission("a", "b", "").pseudonym());
    }

    @Test
    void aNameHoldsNothingOfWhatItStandsFor() {
        assertThat(names.person("sefton", "LCS-55512").pseudonym()).matches("[0-9a-hjkmnp-tv-z]{32}");
        assertThat(names.decisionId(names.attempt())).matches("[0-9a-hjkmnp-tv-z]{26}");
    }

    @Test
    void anAttemptIsLikeNoOther() {
        assertThat(names.attempt()).isNotEqualTo(names.attempt());
    }

    @Test
    void base32IsThatOfCrockford() {
        byte[] bytes = HexFormat.of().parseHex("00443214c74254b635cf84653a56d7c675be77df");
        assertThat(Crockford.encode(bytes, 160)).isEqualTo("0123456789abcdefghjkmnpqrstvwxyz");
        assertThat(Crockford.encode(bytes, 8)).isEqualTo("00");
    }
}
