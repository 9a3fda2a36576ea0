package org.waymark.trail.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.trail.log.SignedNote.Check;

/** Checkpoints and cosignatures, by the examples of their specifications and by one that is in use. */
class CheckpointTest {

    /** The example of C2SP tlog-checkpoint. */
    private static final String EXAMPLE =
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    /**
     * What the staging log Arche 2025h1 of Certificate Transparency published in May 2026, with a cosignature of the
     * witness remora.n621.de. The first line is a signature of another type (RFC 6962).
     */
    private static final String ARCHE = """
            arche2025h1.staging.ct.transparency.dev
            1432088532
            U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

            — arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
            — arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
            — remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
            """;

    private static final Verifier LOG = Verifier.parse(
            "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f");
    private static final Verifier WITNESS =
            Verifier.parse("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2");

    @Test
    void theExampleOfTheSpecification() {
        Checkpoint checkpoint = Checkpoint.parse(EXAMPLE);

        assertThat(checkpoint)
                .isEqualTo(new Checkpoint(
                        "example.com/behind-the-sofa",
                        20_852_163,
                        Hash.fromBase64("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")));
        assertThat(checkpoint.text()).isEqualTo(EXAMPLE);
        assertThat(Checkpoint.parse(EXAMPLE + "more\nand more\n").extensions()).containsExactly("more", "and more");
    }

    @Test
    void aCheckpointInUseVerifiesForItsLogAndItsWitness() {
        SignedNote note = SignedNote.parse(ARCHE);

        assertThat(note.check(LOG)).isEqualTo(Check.VERIFIED);
        assertThat(note.check(WITNESS)).isEqualTo(Check.VERIFIED);
        assertThat(Cosignature.of(note.signatures().get(2)).time()).isEqualTo(1_779_573_024);
        assertThat(note.print()).isEqualTo(ARCHE);
    }

    @Test
    void aCosignatureIsOfThisTimeAndThisCheckpointOnly() {
        SignedNote larger = SignedNote.parse(ARCHE.replace("1432088532", "1432088533"));
        SignedNote later = SignedNote.parse(ARCHE.replace("AABqEiEg", "AABqEiEh"));

        assertThat(larger.check(WITNESS)).isEqualTo(Check.FORGED);
        assertThat(later.check(WITNESS)).isEqualTo(Check.FORGED);
    }

    @Test
    void aWitnessCosignsWithATimeBesideTheLog() {
        LogKey log = LogKey.parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        Checkpoint checkpoint = Checkpoint.parse(EXAMPLE);
        Cosignature cosignature = Cosignature.sign(log, checkpoint, 1_679_315_147);
        SignedNote note = SignedNote.sign(checkpoint.text(), log).with(cosignature.signature());

        assertThat(note.signatures()).hasSize(2);
        assertThat(note.check(log.verifier())).isEqualTo(Check.VERIFIED);
        assertThat(note.check(log.cosigner())).isEqualTo(Check.VERIFIED);
        assertThat(cosignature.signature().signature()).hasSize(72);
        assertThat(Cosignature.of(cosignature.signature())).isEqualTo(cosignature);
        assertThatThrownBy(() -> Cosignature.sign(log, checkpoint, -1)).isInstanceOf(MalformedText.class);
        assertThatThrownBy(() -> Cosignature.of(note.signatures().get(0)))
                .hasMessage("a cosignature has 72 bytes, this one has 64");
    }

    static Stream<String> malformed() {
        return Stream.of(
                "",
                "\n",
                EXAMPLE.strip(),
                "example.com/log\n1\n",
                EXAMPLE + "\n",
                EXAMPLE + "\nmore\n",
                EXAMPLE.replace("example.com/behind-the-sofa", ""),
                EXAMPLE.replace("20852163", "020852163"),
                EXAMPLE.replace("20852163", "+20852163"),
                EXAMPLE.replace("20852163", "-1"),
                EXAMPLE.replace("20852163", "9223372036854775808"),
                EXAMPLE.replace("20852163", "٣"),
                EXAMPLE.replace("q2I=", "q2J="),
                EXAMPLE.replace("q2I=", "q2I"),
                EXAMPLE.replace("CsUY", ""),
                EXAMPLE.replace("-the-", "\tthe\t"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(MalformedText.class);
    }

    @Test
    void aFaultIsSaidWithItsLine() {
        assertThatThrownBy(() -> Checkpoint.parse(EXAMPLE.replace("20852163", "007")))
                .hasMessage("line 2: `007` is not a whole number in decimal without leading zeros");
    }

    @Test
    void noPartOfACheckpointCanBreakItsLines() {
        Hash root = MerkleHashing.EMPTY;

        assertThatThrownBy(() -> new Checkpoint("two\nlines", 0, root)).isInstanceOf(MalformedText.class);
        assertThatThrownBy(() -> new Checkpoint("log", -1, root)).isInstanceOf(MalformedText.class);
        assertThatThrownBy(() -> new Checkpoint("log", 0, root, List.of(""))).isInstanceOf(MalformedText.class);
    }
}
