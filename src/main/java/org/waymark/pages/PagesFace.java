package org.waymark.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.waymark.access.PageFace;

/** Shows a page where no controller is asked: to somebody who may not come in, or who could not be let in. */
@Component
class PagesFace implements PageFace {

    private final ViewResolver views;

    /** @param viewResolver the one that asks for no `Accept`: whoever asks for something else is told on a page too */
    PagesFace(@Lazy @Qualifier("thymeleafViewResolver") ViewResolver viewResolver) {
        this.views = viewResolver;
    }

    @Override
    public void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        boolean stale = denied instanceof CsrfException;
        show(
                "problem",
                Map.of("kind", stale ? "stale" : "forbidden"),
                request,
                response,
                HttpServletResponse.SC_FORBIDDEN);
    }

    @Override
    public void notSignedIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show("sign-in", Map.of("refused", true), request, response, HttpServletResponse.SC_UNAUTHORIZED);
    }

    void show(
            String template,
            Map<String, Object> model,
            HttpServletRequest request,
            HttpServletResponse response,
            int status)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        try {
            View view = views.resolveViewName(template, Locale.UK);
            if (view == null) {
                throw new IOException("there is no page `" + template + "`");
            }
            Map<String, Object> all = new java.util.LinkedHashMap<>(model);
            all.put("frame", Frame.of(request));
            view.render(all, request, response);
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException("the page `" + template + "` cannot be shown", failure);
        }
    }
}
