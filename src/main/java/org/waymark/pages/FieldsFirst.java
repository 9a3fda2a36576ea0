package org.waymark.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Takes apart what stands behind an address, or in a form, before a page is made. The server does so when somebody first
 * asks for a field; a page that asks for one in its middle could not say any more that none can be read.
 */
final class FieldsFirst implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap();
        return true;
    }
}
