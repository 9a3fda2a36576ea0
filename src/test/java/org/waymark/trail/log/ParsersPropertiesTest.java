package org.waymark.trail.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Every parser, given texts that are nearly right or not at all: it refuses with {@link MalformedText} alone, and what it
 * accepts it writes again to the letter. And whatever is written is read back as it was.
 */
class ParsersPropertiesTest {

    private static final LogKey KEY =
            LogKey.parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
    private static final Checkpoint CHECKPOINT = new Checkpoint("log.example", 3, MerkleHashing.EMPTY);
    private static final SignedNote NOTE = SignedNote.sign(CHECKPOINT.text(), KEY);

    /** A parser, with a text that it accepts. */
    enum Parser {
        NOTE_PARSER(NOTE.print(), text -> SignedNote.parse(text).print()),
        LINES(
                KEY.sign("a\n").line() + KEY.sign("b\n").line(),
                text -> String.join(
                        "",
                        NoteSignature.parseLines(text).stream()
                                .map(NoteSignature::line)
                                .toList())),
        CHECKPOINT_PARSER(CHECKPOINT.text(), text -> Checkpoint.parse(text).text()),
        REQUEST(
                new WitnessRequest(2, List.of(MerkleHashing.EMPTY), NOTE).print(),
                text -> WitnessRequest.parse(text).print()),
        COMPACT(
                CompactTree.EMPTY.append(NaiveTree.leaves(3)).text(),
                text -> CompactTree.parse(text).text()),
        VERIFIER(KEY.verifier().text(), text -> Verifier.parse(text).text()),
        LOG_KEY(KEY.secretText(), text -> LogKey.parse(text).secretText()),
        HASH_BASE64(MerkleHashing.EMPTY.base64(), text -> Hash.fromBase64(text).base64()),
        HASH_HEX(MerkleHashing.EMPTY.hex(), text -> Hash.fromHex(text).hex());

        private final String accepted;
        private final Function<String, String> readAndWrite;

        Parser(String accepted, Function<String, String> readAndWrite) {
            this.accepted = accepted;
            this.readAndWrite = readAndWrite;
        }

        void holds(String text) {
            String again;
            try {
                again = readAndWrite.apply(text);
            } catch (MalformedText e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
                return;
            }
            assertThat(again).isEqualTo(text);
        }
    }

    /** One edit: some characters taken away at a place, others put there. */
    record Edit(int place, int away, String put) {

        String of(String text) {
            int from = Math.floorMod(place, text.length() + 1);
            int to = Math.min(text.length(), from + away);
            return text.substring(0, from) + put + text.substring(to);
        }
    }

    @Property
    void theAcceptedTextIsAccepted(@ForAll Parser parser) {
        assertThat(parser.readAndWrite.apply(parser.accepted)).isEqualTo(parser.accepted);
    }

    @Property(tries = 5000)
    void nearlyRightTextsAreRefusedOrWrittenAgainToTheLetter(@ForAll Parser parser, @ForAll("edits") List<Edit> edits) {
        String text = parser.accepted;
        for (Edit edit : edits) {
            text = edit.of(text);
        }
        parser.holds(text);
    }

    @Property
    void anyTextIsRefusedOrWrittenAgainToTheLetter(@ForAll Parser parser, @ForAll String text) {
        parser.holds(text);
    }

    @Property
    void anyBytesAreRefusedOrRead(@ForAll byte[] bytes) {
        try {
            SignedNote.parse(bytes);
        } catch (MalformedText e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Property
    void aNoteIsReadAsItWasWritten(@ForAll("notes") SignedNote note) {
        assertThat(SignedNote.parse(note.print())).isEqualTo(note);
    }

    @Property
    void aCheckpointIsReadAsItWasWritten(@ForAll("checkpoints") Checkpoint checkpoint) {
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }

    @Property
    void aRequestIsReadAsItWasWritten(
            @ForAll("checkpoints") Checkpoint checkpoint, @ForAll("hashes") List<Hash> proof, @ForAll long any) {
        long oldSize = checkpoint.size() == 0 ? 0 : Math.floorMod(any, checkpoint.size());
        WitnessRequest request =
                new WitnessRequest(oldSize, oldSize == 0 ? List.of() : proof, SignedNote.sign(checkpoint.text(), KEY));

        assertThat(WitnessRequest.parse(request.print())).isEqualTo(request);
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        Arbitrary<String> put = Arbitraries.of(
                "",
                "",
                "\n",
                "\n\n",
                " ",
                "+",
                "=",
                "A",
                "0",
                "-",
                "— ",
                "\t",
                "\r",
                "\u0000",
                "\u2028",
                "é",
                "\ud83d",
                "\ud83d\ude00",
                "— x AAAAAAA=\n");
        Arbitrary<Edit> edit = Combinators.combine(
                        Arbitraries.integers(), Arbitraries.integers().between(0, 3), put)
                .as(Edit::new);
        return edit.list().ofMinSize(1).ofMaxSize(3);
    }

    @Provide
    Arbitrary<SignedNote> notes() {
        Arbitrary<String> text = line().list().ofMaxSize(4).map(lines -> String.join("\n", lines) + "\n");
        Arbitrary<NoteSignature> signature = Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(9),
                        Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(80))
                .as((name, bytes) -> NoteSignature.of(name, "0a1b2c3d", bytes));
        return Combinators.combine(text, signature.list().ofMinSize(1).ofMaxSize(5))
                .as(SignedNote::new);
    }

    @Provide
    Arbitrary<Checkpoint> checkpoints() {
        Arbitrary<String> filled = line().filter(line -> !line.isEmpty());
        return Combinators.combine(
                        filled,
                        Arbitraries.longs().greaterOrEqual(0),
                        hash(),
                        filled.list().ofMaxSize(3))
                .as(Checkpoint::new);
    }

    @Provide
    Arbitrary<List<Hash>> hashes() {
        return hash().list().ofMaxSize(WitnessRequest.MOST_HASHES);
    }

    private static Arbitrary<Hash> hash() {
        return Arbitraries.bytes().array(byte[].class).ofSize(Hash.LENGTH).map(Hash::new);
    }

    private static Arbitrary<String> line() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('—', 'é', '\u2028', '\u007f')
                .ofMaxLength(20);
    }
}
