package org.waymark.trail.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.waymark.trail.proof.Claim.Kind;

/** However few claims are held at once, those about one thing come together and in their order. */
class ClaimsTest {

    @Test
    void claimsThatWaitedInFilesComeTogether() throws IOException {
        List<Claim> all = new ArrayList<>();
        for (int line = 0; line < 1000; line++) {
            all.add(new Claim("e" + line % 300, line < 300 ? Kind.IS : Kind.FOLLOWS, line, "entry" + line, "hash"));
        }
        Collections.shuffle(all, new Random(7));
        assertThat(groups(all, 64)).isEqualTo(groups(all, 100_000)).hasSize(300);
        assertThat(groups(all, 64).get(0))
                .extracting(Claim::about, Claim::kind, Claim::line)
                .startsWith(tuple("e0", Kind.IS, 0L), tuple("e0", Kind.FOLLOWS, 300L));
    }

    private static List<List<Claim>> groups(List<Claim> all, int held) throws IOException {
        List<List<Claim>> groups = new ArrayList<>();
        try (Claims claims = new Claims(held)) {
            for (Claim claim : all) {
                claims.add(claim);
            }
            claims.forEachGroup(group -> groups.add(List.copyOf(group)));
        }
        return groups;
    }
}
