package org.waymark.screening.casefile;

import java.util.List;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Basis;
import org.waymark.assessment.Factor;

/**
 * The answer about one factor that counts, and who gave it.
 *
 * @param factor what it is about
 * @param answer the answer that counts
 * @param basis the best basis on which it was given
 * @param saidBy the observations that gave it, oldest first
 * @param disagreement whether somebody said yes and somebody no, and both still matter
 */
public record Standing(Factor factor, Answer answer, Basis basis, List<Said> saidBy, boolean disagreement) {

    public Standing {
        saidBy = List.copyOf(saidBy);
    }
}
