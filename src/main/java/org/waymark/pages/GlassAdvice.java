package org.waymark.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.waymark.access.BreakGlass;
import org.waymark.access.GlassHolds;
import org.waymark.access.OutOfAreas;

/**
 * The page of what is elsewhere or nowhere. Whoever may break the glass is asked why on it, whether anything is there or
 * not.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(basePackages = "org.waymark.pages")
class GlassAdvice {

    private final PagesFace face;
    private final MessageSource words;

    GlassAdvice(PagesFace face, MessageSource messageSource) {
        this.face = face;
        this.words = messageSource;
    }

    @ExceptionHandler(OutOfAreas.class)
    void elsewhere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        face.show("problem", asking(request), request, response, HttpServletResponse.SC_NOT_FOUND);
    }

    /** They did not say why, or not so that somebody else could read it. */
    @ExceptionHandler(GlassHolds.class)
    void holds(GlassHolds holds, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (holds.why() == GlassHolds.Why.NOT_YOURS) {
            face.show("problem", Map.of("kind", "forbidden"), request, response, HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String fault =
                words.getMessage("glass.fault", new Object[] {BreakGlass.SHORTEST, BreakGlass.LONGEST}, Locale.UK);
        Map<String, Object> model = asking(request);
        model.put("said", Objects.requireNonNullElse(request.getParameter(BreakGlass.FIELD), ""));
        model.put("faults", List.of(new FieldFault(BreakGlass.FIELD, fault)));
        face.show("problem", model, request, response, HttpServletResponse.SC_BAD_REQUEST);
    }

    private static Map<String, Object> asking(HttpServletRequest request) {
        Map<String, Object> model = new LinkedHashMap<>(Map.of("kind", "not-found"));
        BreakGlass.asksAt(request).ifPresent(address -> {
            model.put("behind", address);
            model.put("shortest", BreakGlass.SHORTEST);
            model.put("longest", BreakGlass.LONGEST);
        });
        return model;
    }
}
