package io.throughline.host.confluence.rest;

import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.confluence.content.Wiki;
import io.throughline.host.confluence.content.WikiPage;
import io.throughline.host.confluence.content.WikiSpace;
import io.throughline.host.confluence.service.PageRendering;
import io.throughline.host.launch.Users;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Spaces and pages in the shapes of Confluence's REST API. What is not expanded is named under {@code _expandable}. */
final class WikiJson {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneOffset.UTC);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Wiki wiki;
    private final Users users;
    private final PageRendering rendering;
    private final String baseUrl;
    private final String contextPath;

    WikiJson(Wiki wiki, Users users, PageRendering rendering, String baseUrl, String contextPath) {
        this.wiki = wiki;
        this.users = users;
        this.rendering = rendering;
        this.baseUrl = baseUrl;
        this.contextPath = contextPath;
    }

    ObjectNode space(WikiSpace space, Set<String> expand) {
        ObjectNode json = JSON.objectNode()
                .put("id", space.id())
                .put("key", space.key())
                .put("name", space.name())
                .put("status", "current")
                .put("type", "global");
        ObjectNode expandable = JSON.objectNode();
        if (expand.contains("description.plain") || expand.contains("description")) {
            ObjectNode plain =
                    JSON.objectNode().put("value", space.description()).put("representation", "plain");
            json.set("description", JSON.objectNode().set("plain", plain));
        } else {
            expandable.put("description", "");
        }
        if (expand.contains("homepage")) {
            wiki.page(space.homePage()).ifPresent(page -> json.set("homepage", page(page, Set.of())));
        } else {
            expandable.put("homepage", "/rest/api/content/" + space.homePage());
        }
        json.set(
                "_links",
                JSON.objectNode()
                        .put("webui", "/display/" + space.key())
                        .put("self", baseUrl + "/rest/api/space/" + space.key()));
        return json.set("_expandable", expandable);
    }

    ObjectNode page(WikiPage page, Set<String> expand) {
        ObjectNode json = JSON.objectNode()
                .put("id", Long.toString(page.id()))
                .put("type", "page")
                .put("status", "current")
                .put("title", page.title());
        ObjectNode expandable = JSON.objectNode();
        String self = "/rest/api/content/" + page.id();
        if (expand.contains("space")) {
            json.set("space", space(page.space(), Set.of()));
        } else {
            expandable.put("space", "/rest/api/space/" + page.space().key());
        }
        if (expand.contains("history")) {
            json.set("history", history(page));
        } else {
            expandable.put("history", self + "/history");
        }
        if (expand.contains("version")) {
            json.set("version", version(page));
        } else {
            expandable.put("version", "");
        }
        if (expand.contains("ancestors")) {
            json.set("ancestors", ancestors(page));
        } else {
            expandable.put("ancestors", "");
        }
        body(page, expand, json, expandable);
        expandable.put("container", "/rest/api/space/" + page.space().key());
        expandable.put("children", self + "/child");
        json.set("extensions", JSON.objectNode().put("position", "none"));
        json.set(
                "_links",
                JSON.objectNode()
                        .put("webui", PageRendering.pagePath(page))
                        .put("edit", "/pages/editpage.action?pageId=" + page.id())
                        .put("collection", "/rest/api/content")
                        .put("base", baseUrl)
                        .put("context", contextPath)
                        .put("self", baseUrl + self));
        return json.set("_expandable", expandable);
    }

    private void body(WikiPage page, Set<String> expand, ObjectNode json, ObjectNode expandable) {
        ObjectNode body = JSON.objectNode();
        if (expand.contains("body.storage")) {
            body.set("storage", representation("storage", page.body()));
        }
        if (expand.contains("body.view")) {
            body.set("view", representation("view", rendering.html(page, ConversionContextOutputType.DISPLAY)));
        }
        if (body.isEmpty()) {
            expandable.put("body", "");
        } else {
            json.set("body", body);
        }
    }

    static ObjectNode representation(String name, String value) {
        return JSON.objectNode().put("value", value).put("representation", name);
    }

    private ObjectNode history(WikiPage page) {
        return JSON.objectNode()
                .put("latest", true)
                .put("createdDate", instant(page.created()))
                .set("createdBy", person(page.creator()));
    }

    private ObjectNode version(WikiPage page) {
        ObjectNode version = JSON.objectNode();
        version.set("by", person(page.modifier()));
        return version.put("when", instant(page.modified()))
                .put("message", page.comment())
                .put("number", page.version())
                .put("minorEdit", false)
                .put("hidden", false);
    }

    private ArrayNode ancestors(WikiPage page) {
        List<WikiPage> above = new ArrayList<>();
        for (long id = page.parent(); id != 0; ) {
            WikiPage next = wiki.page(id).orElse(null);
            if (next == null) {
                break;
            }
            above.add(0, next);
            id = next.parent();
        }
        ArrayNode json = JSON.arrayNode();
        above.forEach(each -> json.add(page(each, Set.of())));
        return json;
    }

    ObjectNode person(String name) {
        return JSON.objectNode()
                .put("type", users.find(name).isPresent() ? "known" : "unknown")
                .put("username", name)
                .put("userKey", name)
                .put("displayName", users.find(name).map(Users.User::fullName).orElse("Unknown User (" + name + ")"));
    }

    ObjectNode list(String path, List<ObjectNode> results, int start, int limit) {
        ArrayNode array = JSON.arrayNode();
        results.forEach(array::add);
        ObjectNode json = JSON.objectNode();
        json.set("results", array);
        json.put("start", start).put("limit", limit).put("size", results.size());
        return json.set(
                "_links",
                JSON.objectNode()
                        .put("self", baseUrl + path)
                        .put("base", baseUrl)
                        .put("context", contextPath));
    }

    private static String instant(Instant instant) {
        return INSTANT.format(instant);
    }
}
