package io.throughline.host.planted;

import io.throughline.host.launch.Node;
import io.throughline.host.launch.Product;
import io.throughline.host.web.WebTree;
import java.util.List;

/** A product with nothing of its own but its name, its packages and a frame around pages. */
public final class PlainProduct implements Product {

    private final String id;
    private final List<String> packages;

    private PlainProduct(String id, List<String> packages) {
        this.id = id;
        this.packages = packages;
    }

    public static PlainProduct likeJira() {
        return new PlainProduct("jira", List.of("com.atlassian.jira.*"));
    }

    public static PlainProduct likeConfluence() {
        return new PlainProduct("confluence", List.of("com.atlassian.confluence.*"));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String platformId() {
        return id.equals("jira") ? "jira" : "conf";
    }

    @Override
    public String displayName() {
        return id;
    }

    @Override
    public String version() {
        return "11.3.0";
    }

    @Override
    public List<String> exportedPackages() {
        return packages;
    }

    @Override
    public void start(Node node) {
        // has no services
    }

    @Override
    public void mount(WebTree web) {
        web.decorator((page, request, out) -> out.write("<!DOCTYPE html><html><head><title>" + page.title()
                + " - frame</title>"
                + page.resources() + page.head() + "</head><body " + page.bodyAttributes() + "><header>" + page.kind()
                + "</header>" + page.body() + "</body></html>"));
    }

    @Override
    public void stop() {
        // nothing runs
    }
}
