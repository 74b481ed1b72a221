package io.throughline.app.jira;

import com.atlassian.jira.mail.Email;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.mail.queue.MailQueue;
import com.atlassian.mail.queue.SingleMailQueueItem;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import io.throughline.app.remind.Postbox;
import jakarta.inject.Inject;

/** Jira's mail queue. It takes mails without a mail server too, so that is asked before. */
@JiraComponent
public class JiraPostbox implements Postbox {
    private final MailQueue queue;
    private final MailServerManager servers;
    private final UserManager users;

    @Inject
    public JiraPostbox(
            @JiraImport MailQueue queue,
            @JiraImport MailServerManager servers,
            @JiraImport("jiraUserManager") UserManager users) {
        this.queue = queue;
        this.servers = servers;
        this.users = users;
    }

    @Override
    public boolean isOpen() {
        return servers.isDefaultSMTPMailServerDefined();
    }

    @Override
    public boolean reaches(String userKey) {
        ApplicationUser user = users.getUserByKey(userKey);
        return user != null
                && user.getEmailAddress() != null
                && !user.getEmailAddress().isBlank();
    }

    @Override
    public void send(String userKey, String subject, String html) {
        Email mail = new Email(users.getUserByKey(userKey).getEmailAddress());
        mail.setSubject(subject).setBody(html).setMimeType("text/html");
        queue.addItem(new SingleMailQueueItem(mail));
    }
}
