package org.waymark.trail.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.trail.log.SignedNote.Check;

/** Notes and keys by the vectors of golang.org/x/mod/sumdb/note (note_test.go), which C2SP signed-note describes. */
class SignedNoteTest {

    private static final String PETER_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String PETER_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String ENOCH_KEY = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private static final String TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    private static final String PETER_LINE =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCH_LINE =
            "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
    private static final Verifier PETER = Verifier.parse(PETER_KEY);
    private static final Verifier ENOCH = Verifier.parse(ENOCH_KEY);

    @Test
    void signingGivesThePublishedNote() {
        LogKey key = LogKey.parse(PETER_SECRET);

        assertThat(SignedNote.sign(TEXT, key).print()).isEqualTo(TEXT + "\n" + PETER_LINE);
        assertThat(key.verifier().text()).isEqualTo(PETER_KEY);
        assertThat(key.secretText()).isEqualTo(PETER_SECRET);
        assertThat(key).hasToString(PETER_KEY);
    }

    @Test
    void thePublishedSignaturesVerify() {
        SignedNote note = SignedNote.parse(TEXT + "\n" + PETER_LINE + ENOCH_LINE);

        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.check(PETER)).isEqualTo(Check.VERIFIED);
        assertThat(note.check(ENOCH)).isEqualTo(Check.VERIFIED);
    }

    /** The vector of the test suite of C2SP signed-note. */
    @Test
    void theVectorOfTheSpecificationVerifies() {
        Verifier key = Verifier.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        String line = "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHj"
                + "G1Yu72IneyaQM=\n";

        assertThat(SignedNote.parse("This is an example message.\n\n" + line).check(key))
                .isEqualTo(Check.VERIFIED);
    }

    /** As the checksum database of Go signed it: sum.golang.org at 13,485 leaves. */
    @Test
    void aCheckpointOfTheGoChecksumDatabaseVerifies() {
        Verifier key = Verifier.parse("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");
        SignedNote note =
                SignedNote.parse("go.sum database tree\n13485\n/ZWur4obeiqK+ASdnPK+/Rmz6LPQMUeSmHh0+UkL54Y=\n\n"
                        + "— sum.golang.org Az3grnQReYTvpCrRxT+w50vixbqBlB/aPS8bL8f8KW4HHP+UjLSXOJgCh4f54n8hO6lrESglzyRXMXnha"
                        + "WzaeY3zqw8=\n");

        assertThat(note.check(key)).isEqualTo(Check.VERIFIED);
        assertThat(Checkpoint.of(note).size()).isEqualTo(13_485);
    }

    @Test
    void anotherTextIsForgedAndAnotherKeyAbsent() {
        SignedNote note = SignedNote.parse(TEXT.replace("answer", "Answer") + "\n" + PETER_LINE);

        assertThat(note.check(PETER)).isEqualTo(Check.FORGED);
        assertThat(note.check(ENOCH)).isEqualTo(Check.ABSENT);
    }

    @Test
    void oneForgedSignatureOfAKeySpoilsItsGoodOne() {
        String forged = PETER_LINE.replace("ZJku", "ZJkv");

        assertThat(SignedNote.parse(TEXT + "\n" + PETER_LINE + forged).check(PETER))
                .isEqualTo(Check.FORGED);
    }

    @Test
    void aNewSignatureTakesThePlaceOfOneByTheSameKey() {
        SignedNote note = SignedNote.parse(TEXT + "\n" + PETER_LINE.replace("ZJku", "ZJkv") + ENOCH_LINE);

        assertThat(note.with(LogKey.parse(PETER_SECRET).sign(TEXT)).print())
                .isEqualTo(TEXT + "\n" + ENOCH_LINE + PETER_LINE);
    }

    static Stream<String> malformed() {
        return Stream.of(
                TEXT,
                TEXT + "\n",
                TEXT + "\n" + PETER_LINE.strip(),
                "\u0001" + TEXT + "\n" + PETER_LINE,
                "\r" + TEXT + "\n" + PETER_LINE,
                "\ud800" + TEXT + "\n" + PETER_LINE,
                TEXT + "\n" + PETER_LINE.replace("PeterNeumann", "Bad Name"),
                TEXT + "\n" + PETER_LINE.replace("PeterNeumann", "Bad+Name"),
                TEXT + "\n" + PETER_LINE.replace("PeterNeumann", "Bad\u2003Name"),
                TEXT + "\n" + PETER_LINE.replace("PeterNeumann", ""),
                TEXT + "\n" + PETER_LINE.replace("—", "-"),
                TEXT + "\n" + PETER_LINE.replace("AM=", "AM"),
                TEXT + "\n" + PETER_LINE.replace("AM=", "AN="),
                TEXT + "\n" + "— PeterNeumann x08gow==\n",
                TEXT + "\n" + PETER_LINE + "Unexpected line.\n",
                TEXT + "\n" + PETER_LINE + "\n",
                TEXT + "\n" + PETER_LINE.repeat(101));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsNoNoteIsRefused(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(MalformedText.class);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] bytes = (TEXT + "\n" + PETER_LINE).getBytes(StandardCharsets.UTF_8);
        assertThat(SignedNote.parse(bytes).text()).isEqualTo(TEXT);
        bytes[3] = (byte) 0xff;

        assertThatThrownBy(() -> SignedNote.parse(bytes)).hasMessage("the text is not UTF-8");
    }

    @Test
    void aMalformedSignatureIsSaidWithItsLine() {
        assertThatThrownBy(() -> SignedNote.parse(TEXT + "\n" + PETER_LINE + "signed, Enoch\n"))
                .hasMessage(
                        "line 5: `signed, Enoch` is not a signature; one is written `— name base64`, with an em dash");
    }

    @Test
    void noPartAndNoMisspellingOfAKeyIsAKey() {
        assertThat(mangled(PETER_KEY))
                .allSatisfy(
                        text -> assertThatThrownBy(() -> Verifier.parse(text)).isInstanceOf(MalformedText.class));
        assertThat(mangled(PETER_SECRET))
                .allSatisfy(text -> assertThatThrownBy(() -> LogKey.parse(text))
                        .isInstanceOf(MalformedText.class)
                        .message()
                        .doesNotContain("AYEKFALV", "FGyNhP", "CDr+Y7hf"));
    }

    private static List<String> mangled(String key) {
        Stream<String> misspelt = Stream.iterate(0, i -> i < key.length(), i -> i + 1)
                .map(i -> key.substring(0, i) + (char) (key.charAt(i) + 1) + key.substring(i + 1));
        Stream<String> cut = Stream.iterate(1, i -> i < key.length(), i -> i + 1)
                .flatMap(i -> Stream.of(key.substring(i), key.substring(0, i)));
        return Stream.concat(misspelt, cut).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+"
            })
    void aKeyOfAnotherLengthOrTypeIsRefused(String key) {
        assertThatThrownBy(() -> Verifier.parse(key)).isInstanceOf(MalformedText.class);
    }

    @Test
    void aNewKeySignsAndIsReadBack() {
        LogKey key = LogKey.generate("log.example/waymark", new SecureRandom());
        LogKey again = LogKey.parse(key.secretText());

        assertThat(SignedNote.sign(TEXT, again).check(key.verifier())).isEqualTo(Check.VERIFIED);
        assertThat(key.cosigner().keyId()).isNotEqualTo(key.verifier().keyId());
        assertThatThrownBy(() -> LogKey.generate("two words", new SecureRandom()))
                .isInstanceOf(MalformedText.class);
    }
}
