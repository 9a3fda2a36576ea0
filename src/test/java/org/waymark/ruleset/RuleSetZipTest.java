package org.waymark.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives of rule sets, and archives of those who wish the service ill. */
class RuleSetZipTest {

    private static final byte[] TEXT = "// a rule file\n".getBytes(StandardCharsets.UTF_8);

    /** Where an entry of a zip's directory keeps its flags, its method and its size when unpacked. */
    private static final int FLAGS = 8;

    private static final int METHOD = 10;
    private static final int SIZE = 24;

    private static HostileZip zip() {
        return new HostileZip();
    }

    private static List<String> told(byte[] zip) {
        try {
            RuleSetZip.read(zip);
            return List.of();
        } catch (RuleSetRejected rejected) {
            return rejected.faults().stream().map(RuleFault::toString).toList();
        }
    }

    private static List<String> told(HostileZip zip) {
        return told(zip.bytes());
    }

    private static List<String> names(HostileZip zip) throws RuleSetRejected {
        return List.copyOf(RuleSetZip.read(zip.bytes()).all().keySet());
    }

    @Test
    void theRulesOfThisRepositoryComeBackAsTheyWent() throws RuleSetRejected {
        RuleFiles files = RuleFiles.in(CheckedRulesOfThisRepository.FOLDER);

        byte[] zip = RuleSetZip.write(files);

        assertThat(RuleSetZip.read(zip).hash()).isEqualTo(files.hash());
        assertThat(RuleSetZip.read(zip).all().keySet()).isEqualTo(files.all().keySet());
    }

    @Test
    void theSameFilesGiveTheSameBytesAndNoTime() {
        Map<String, byte[]> files = Map.of("a.drl", TEXT, "scenarios/a.yaml", TEXT, "b.drl", TEXT);

        byte[] one = RuleSetZip.write(RuleFiles.of(files));

        assertThat(RuleSetZip.write(RuleFiles.of(new TreeMap<>(files)))).isEqualTo(one);
        // 1 January 1980, 0:00, as a zip has it, behind signature, version, flags and method.
        assertThat(Arrays.copyOfRange(one, 10, 14)).containsExactly(0, 0, 0x21, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.drl", "/a.drl", "a/b.drl", "scenarios/../a.drl", "a\\b.drl", ""})
    void nothingLeavesThatCouldBeUnpackedElsewhere(String name) {
        assertThatThrownBy(() -> RuleSetZip.write(RuleFiles.of(Map.of(name, TEXT))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFolderAroundAllFilesIsTakenOffAndWhatIsForPeopleIsLeftOut() throws RuleSetRejected {
        HostileZip zip = zip().with("rules/", TEXT)
                .with("rules/README.md", TEXT)
                .with("rules/.DS_Store", TEXT)
                .with("rules/a.drl", TEXT)
                .with("rules/factors.csv", TEXT)
                .with("rules/scenarios/", TEXT)
                .with("rules/scenarios/a.yaml", TEXT)
                .with("__MACOSX/rules/._a.drl", TEXT);

        assertThat(names(zip)).containsExactly("a.drl", "factors.csv", "scenarios/a.yaml");
    }

    @Test
    void theFolderOfTheScenariosIsNoFolderAroundAllFiles() throws RuleSetRejected {
        assertThat(names(zip().with("scenarios/a.yaml", TEXT))).containsExactly("scenarios/a.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../a.drl|leads out of the archive",
                "rules/../../a.drl|leads out of the archive",
                "..|leads out of the archive",
                "/etc/a.drl|begins at the root of a disk",
                "C:/a.drl|begins at the root of a disk",
                "C:a.drl|begins at the root of a disk",
                "./a.drl|a part that says nothing",
                "scenarios//a.yaml|a part that says nothing",
                "notes.txt|`notes.txt` is not a file of a rule set",
                "a.xml|not a file of a rule set",
                "more.zip|not a file of a rule set",
                "scenarios|not a file of a rule set",
                "scenarios/a.drl|not a file of a rule set",
                "scenarios/a b.yaml|not a file of a rule set",
                "a b.drl|not a file of a rule set",
                "a`b.drl|`a'b.drl` is not a file of a rule set",
                "other/a.drl|a folder that no rule set has",
                "other/|a folder that no rule set has",
                "scenarios/more/|a folder that no rule set has",
                "scenarios/more/a.yaml|a folder that no rule set has",
                "Scenarios/a.yaml|a folder that no rule set has",
            })
    void aNameThatNoRuleSetHasIsAFault(String name, String message) {
        assertThat(told(zip().with("b.drl", TEXT).with(name, TEXT)))
                .singleElement()
                .asString()
                .contains(message);
    }

    @Test
    void aBackslashIsSeenThoughLibrariesMendIt() {
        byte[] zip = zip().with("a-b.drl", TEXT).with("c.drl", TEXT).bytes();

        assertThat(told(HostileZip.replaced(zip, "a-b.drl", "a\\b.drl")))
                .singleElement()
                .asString()
                .contains("a backslash");
        assertThat(told(HostileZip.replaced(zip, "a-b.drl", "..\\.drl")))
                .singleElement()
                .asString()
                .contains("a backslash");
    }

    @Test
    void aNameThatCannotBeShownIsShownAsQuestionMarks() {
        assertThat(told(zip().with("b.drl", TEXT).with("a\u202e\n\0é.drl", TEXT)))
                .singleElement()
                .asString()
                .startsWith("a????.drl:1:1: ")
                .doesNotContain("\n", "\0");
        assertThat(told(zip().with("a".repeat(60_000) + ".drl", TEXT)).get(0)).hasSizeLessThan(500);
    }

    @Test
    void aFileThatIsThereTwiceIsAFaultInCapitalsToo() {
        assertThat(told(zip().with("a.drl", TEXT).with("a.drl", "// another")))
                .containsExactly("a.drl:1:1: it stands in the archive twice; take one out");
        assertThat(told(zip().with("a.drl", TEXT).with("A.drl", TEXT)))
                .containsExactly("A.drl:1:1: its name differs from `a.drl` in capitals alone; take one out");
    }

    @Test
    void linksAndDevicesAreFaultsWhateverSystemTheyComeFrom() {
        byte[] target = "/etc/passwd".getBytes(StandardCharsets.UTF_8);
        byte[] link = zip().with("a.drl", target, 0120777).bytes();

        assertThat(told(link)).containsExactly("a.drl:1:1: it is a link or a device; put the file itself in its place");
        // "made by" says Windows now, the kind of the file stays.
        assertThat(told(HostileZip.inDirectory(link, 4, 20, 0))).hasSize(1);
        assertThat(told(zip().with("a.drl", TEXT, 0060666))).hasSize(1);
        assertThat(told(zip().with("a.drl", TEXT, 0100644))).isEmpty();
    }

    @Test
    void whatIsEncryptedOrPackedByAnotherMethodIsAFault() {
        byte[] zip = zip().stored("a.drl", TEXT).bytes();

        assertThat(told(HostileZip.inDirectory(zip, FLAGS, 1, 0)))
                .containsExactly("a.drl:1:1: it is encrypted; zip it without a password");
        assertThat(told(HostileZip.inDirectory(zip, METHOD, 12, 0)))
                .singleElement()
                .asString()
                .contains("packed by a method that is not read here");
    }

    @Test
    void aFileMayBeAsLongAsTheReaderTakesAndNotAByteLonger() {
        byte[] most = new byte[RuleSetZip.MOST_BYTES_OF_A_FILE];
        byte[] more = new byte[RuleSetZip.MOST_BYTES_OF_A_FILE + 1];

        assertThat(told(zip().with("a.drl", most))).isEmpty();
        assertThat(told(zip().with("a.drl", more).stored("b.drl", more)))
                .hasSize(2)
                .allMatch(fault -> fault.contains("more than 524288 bytes when unpacked"));
    }

    @Test
    void theSizeThatAHeaderTellsIsNotBelieved() {
        byte[] bomb = zip().with("a.drl", new byte[64 * 1024 * 1024]).bytes();
        assertThat(bomb).hasSizeLessThan(100_000);

        byte[] lying = HostileZip.inDirectory(HostileZip.inDirectory(bomb, SIZE, 1, 0), SIZE + 2, 0, 0);

        assertThat(told(lying)).singleElement().asString().contains("more than 524288 bytes when unpacked");
    }

    @Test
    void allFilesTogetherHaveALimitToo() {
        HostileZip zip = zip();
        for (int i = 0; i < 17; i++) {
            zip.with("a" + i + ".drl", new byte[RuleSetZip.MOST_BYTES_OF_A_FILE]);
        }

        assertThat(told(zip)).singleElement().asString().contains("with it the files have more than 8388608 bytes");
    }

    @Test
    void anArchiveHasALimitOfItsOwnAndOfEntries() {
        HostileZip zip = zip();
        for (int i = 0; i <= RuleSetZip.MOST_ENTRIES; i++) {
            zip.with("a" + i + ".drl", TEXT);
        }

        assertThat(told(zip)).singleElement().asString().contains("it has 201 entries, and 200 are allowed");
        assertThat(told(new byte[RuleSetZip.MOST_BYTES_PACKED + 1]))
                .singleElement()
                .asString()
                .contains("9437185 bytes");
    }

    @Test
    void anArchiveInAnArchiveIsAFaultWhateverItIsCalled() {
        byte[] within = zip().with("a.drl", TEXT).bytes();

        assertThat(told(zip().with("a.drl", within))).singleElement().asString().contains("is an archive itself");
        assertThat(told(zip().with("a.drl", new byte[] {0x1f, (byte) 0x8b, 8}))).hasSize(1);
        assertThat(told(zip().with("a.drl", "PK is how a text may begin"))).isEmpty();
    }

    @Test
    void aByteThatWentWrongIsSeen() {
        byte[] zip = zip().stored("a.drl", TEXT).bytes();

        assertThat(told(HostileZip.replaced(zip, "a rule file", "a rule life")))
                .singleElement()
                .asString()
                .contains("it is damaged");
    }

    @Test
    void whatIsNoZipOrHasNothingInItIsAFault() {
        assertThat(told(TEXT)).singleElement().asString().contains("cannot be read as a zip archive");
        assertThat(told(new byte[0])).hasSize(1);
        assertThat(told(zip())).singleElement().asString().contains("there is no file of a rule set in it");
        assertThat(told(zip().with("README.md", TEXT))).hasSize(1);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        assertThat(told(zip().with("../a.drl", TEXT)
                        .with("b.txt", TEXT)
                        .with("c.drl", TEXT, 0120777)
                        .with("d.drl", new byte[RuleSetZip.MOST_BYTES_OF_A_FILE + 1])
                        .with("e.drl", TEXT)))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.drl", "a.drl.csv", "manifest.yaml", "register.csv", "a.txt", "manifest.yml", ".drl", "a b.drl"
            })
    void aNameIsAcceptedJustWhereTheReaderAcceptsIt(String name) {
        List<RuleFault> faults = SmallRules.of(SmallRules.GOOD).with(name, TEXT).faults();

        boolean refusedByReader = faults.stream()
                .anyMatch(fault -> fault.message().contains("not a file of a rule set")
                        || fault.message().contains("no plain file name"));

        assertThat(RuleFiles.mayHold(name)).isEqualTo(!refusedByReader);
    }
}
