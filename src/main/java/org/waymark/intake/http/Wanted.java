package org.waymark.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Which of several types the caller would rather have. That one of them is accepted at all is settled before. */
final class Wanted {

    private Wanted() {}

    /** The type that the caller's {@code Accept} likes best; the first offered where it likes several as well. */
    static MediaType of(HttpServletRequest request, MediaType... offered) {
        List<MediaType> accepted = MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        MediaType best = offered[0];
        for (MediaType one : offered) {
            best = quality(one, accepted) > quality(best, accepted) ? one : best;
        }
        return best;
    }

    /** The quality that the most exact of those gives it that speak of it. */
    private static double quality(MediaType offered, List<MediaType> accepted) {
        return accepted.stream()
                .filter(one -> one.includes(offered))
                .max(Comparator.comparing(Wanted::exactness))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }

    private static int exactness(MediaType type) {
        return (type.isWildcardType() ? 0 : 1) + (type.isWildcardSubtype() ? 0 : 1);
    }
}
