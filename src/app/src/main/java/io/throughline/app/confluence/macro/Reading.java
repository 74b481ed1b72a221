package io.throughline.app.confluence.macro;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.link.JiraReply.Jira;
import java.time.Instant;

/**
 * What Jira answered.
 *
 * @param json an object; never changed
 * @param jira where it is from
 * @param readAt when Jira last said so
 */
public record Reading(JsonNode json, Jira jira, Instant readAt) {}
