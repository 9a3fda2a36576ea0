package org.waymark.trail;

import com.mongodb.client.MongoDatabase;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands for references and assessment ids by names that only the holder of the key can make, so that ids, index keys
 * and logs name nobody. HMAC-SHA-256; each use and each field is told apart from every other.
 */
public final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int NAME_BITS = 160;
    private static final int DECISION_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    Pseudonyms(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * Those of the key in the file, which is made for an empty store.
     *
     * @throws TrailCannotStart if the file is not the one whose pseudonyms the database holds
     * @throws TrailUnavailable if the database does not answer
     */
    public static Pseudonyms open(Path keyFile, MongoDatabase database) {
        return new KeyGuard(database).open(new KeyFile(keyFile));
    }

    /** The young person of that reference in that area. */
    public Person person(String area, String reference) {
        return new Person(name(NAME_BITS, "person", area, reference));
    }

    /** What stands in the place of a young person for everything that happens to versions of the rules. */
    public Person ruleSets() {
        return new Person(name(NAME_BITS, "rule-sets"));
    }

    /** What stands in the place of a young person for what happens to the log itself. */
    public Person log() {
        return new Person(name(NAME_BITS, "log"));
    }

    /** The assessment of that id from that system in that area. */
    public Submission submission(String area, String sourceSystem, String assessmentId) {
        return new Submission(name(NAME_BITS, "submission", area, sourceSystem, assessmentId));
    }

    /** The id of the decision on a submission, the same whenever it is asked: 26 letters and digits. */
    public String decisionId(Submission submission) {
        return name(DECISION_BITS, "decision", submission.pseudonym());
    }

    /** What stands in the place of a young person for the lists that an account was shown on a day. */
    public Person listsShown(String actor, LocalDate day) {
        return new Person(name(NAME_BITS, "lists-shown", actor, day.toString()));
    }

    /**
     * Names a list of decisions, such as those of one area that wait for something, where the name must not say so.
     *
     * @param fields what the decisions of the list have in common
     */
    public String list(String... fields) {
        return name(DECISION_BITS, "list", fields);
    }

    /** Stands for the name that an impact analysis gives to a case, where that must not be kept. */
    public String impactCase(String reference) {
        return "case-" + name(DECISION_BITS, "impact-case", reference);
    }

    /** The account of somebody who keeps a form half filled. */
    public String draftOwner(String account) {
        return name(NAME_BITS, "draft-owner", account);
    }

    /** An id that nobody can guess: 26 letters and digits. */
    public String draftId() {
        byte[] bytes = new byte[DECISION_BITS / Byte.SIZE];
        RANDOM.nextBytes(bytes);
        return Crockford.encode(bytes, DECISION_BITS);
    }

    /** A submission like no other, for what may be recorded any number of times. */
    public Submission attempt() {
        byte[] bytes = new byte[NAME_BITS / Byte.SIZE];
        RANDOM.nextBytes(bytes);
        return new Submission("attempt-" + Crockford.encode(bytes, NAME_BITS));
    }

    /** Tells one key from another without giving it away. */
    String fingerprint() {
        return name(DECISION_BITS, "fingerprint");
    }

    private String name(int bits, String use, String... fields) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            add(mac, "waymark/1/" + use);
            for (String field : fields) {
                add(mac, field);
            }
            return Crockford.encode(mac.doFinal(), bits);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** The length comes first, so that no two lists of fields give the same bytes. */
    private static void add(Mac mac, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
    }
}
