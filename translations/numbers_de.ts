<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AccountText</name>
    <message>
        <source>active</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>suspended</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> (%1)</source>
        <comment>customer</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1%2 – %3</source>
        <comment>account, (customer), SID</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>customer: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>trial</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>token in the keychain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>token kept for this session</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Subaccount %1 – %2</source>
        <comment>name, SID</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Subaccount %1 – %2 (%3)</source>
        <comment>name, SID, status</comment>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Brings Twilio numbers to Nixflex voice agents, safely and reversibly.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Work against the built-in simulator of both providers; nothing real is touched.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Folder of settings, records and logs.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In place of https://api.nixflex.com; http to this computer only.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In place of Twilio’s hosts; http to this computer only.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check that this installation is complete, print the findings, and end.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Print the version and end.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Print this help and end.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1
Try “nixflex-numbers --help”.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” is not understood.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>--%1 wants an https address, or http to this computer (http://127.0.0.1:PORT).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>--practice brings its own providers: leave the addresses out.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Not known</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>voice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>SMS</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>MMS</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>fax</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (never reached)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Differs from what Nixflex set up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Recorded the intent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sent to Nixflex</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outcome recorded</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex’s request id</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No answer in time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No secure connection</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The proxy wants a password</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Credentials refused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not allowed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Already there</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Too many requests</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Input refused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Payment needed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Trouble at the provider</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An answer that makes no sense</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keychain not usable</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Files not usable</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A mistake in this program</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>KeychainText</name>
    <message>
        <source>Keys and tokens are kept until the program ends, and nowhere else.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>OperationText</name>
    <message>
        <source>Needs attention: its agent is gone, so nobody answers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Needs attention: a SIP trunk takes the calls before Nixflex</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Needs attention: a TwiML application takes the calls before Nixflex</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Needs attention: a TwiML application takes the texts before Nixflex</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Needs attention: Twilio still sends calls where it did before the import</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Needs attention: the number could not be read at Twilio after the import</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Import to Nixflex</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Removal from Nixflex</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No outcome recorded</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Done, settled afterwards</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Refused, nothing changed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not sent, nothing changed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Looked at the number and its routing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saved the webhooks as they were</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asked Nixflex to import it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asked Nixflex to remove it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex answered</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read the number back from Twilio</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Found out what had happened</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Recorded the outcome</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Routing before the import</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Routing after the import</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Routing before the removal</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Routing after the removal</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not checked yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Good: Nixflex answers this number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No longer at Nixflex</source>
        <translation>Nicht mehr bei Nixflex</translation>
    </message>
</context>
<context>
    <name>OutcomeText</name>
    <message>
        <source>Go back to the Twilio account, mend it there, and come back here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go back to the number, choose another one, and come back here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go back to the agent, choose another one, and come back here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go back to the business profile, shorten it, and come back here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go back to the review, which is read again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Enter a working Nixflex key in the preferences, then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look at the network settings, then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait a moment, then try again. Everything you entered is kept.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again when this is mended. Everything you entered is kept.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again. Everything you entered is kept.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>imported</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>refused, nothing changed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>not sent, nothing changed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>outcome not known</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is now answered by %2.</source>
        <comment>number, agent</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Call the number to hear it. What was set before is kept in your records.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The import was refused. Nothing was changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancelled. Nothing was sent and nothing was changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again when you are ready. Everything you entered is kept.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was sent and nothing was changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is not known whether %1 was imported: the answer was lost, and asking Nixflex and Twilio afterwards did not settle it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Do not import it again for now. It stays open in your records and is looked into at the next start, or ask again now.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Number: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agent: %1</source>
        <translation>Agent: %1</translation>
    </message>
    <message>
        <source>Twilio account: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Operation: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Request: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Note: %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ReviewText</name>
    <message>
        <source>Nixflex: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, if the import takes the TwiML application off</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody: this number takes no calls</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Still the SIP trunk, until it is removed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody: this number takes no texts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Still the Messaging Service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not known: looked at again after the import</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A Messaging Service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (never reached)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 will no longer get this number’s calls.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 will no longer get its text messages.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 will no longer be told how calls went.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody answers at this number today, so nothing stops working.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>number, name</comment>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>RoutingText</name>
    <message>
        <source>Voice calls</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>If voice fails</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Text messages</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>If texting fails</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Call status reports</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody: nothing is set up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody: Twilio’s demonstration, never set up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio Studio flow %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A Twilio Studio flow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>TwiML Bin %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio Function at %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A server at %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>SIP trunk %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>TwiML application %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>This is an API key (SK…). Nixflex needs the Account SID (AC…) and its Auth Token. Both are on the first page of the Twilio Console.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio writes this SID in lower-case letters.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There are blanks or line breaks in this SID.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is the SID of something else (%1…). An Account SID starts with AC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This looks like an Auth Token. An Account SID starts with AC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An Account SID starts with AC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>After AC only the digits 0 to 9 and the letters a to f can follow.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 characters are missing.</source>
        <extracomment>%1 is how many characters are still to be typed</extracomment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is too long for an Account SID: it has 34 characters.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is an Account SID. The Auth Token stands below it in the Twilio Console.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is an API key (SK…). Nixflex needs the account's Auth Token.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There are blanks or line breaks in this token.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio writes its tokens in lower-case letters.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This looks like the secret of an API key. Nixflex needs the account's Auth Token: 32 digits and letters a to f.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An Auth Token has only the digits 0 to 9 and the letters a to f.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is too long for an Auth Token: it has 32 characters.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is only the secret half. Enter both halves: nxf_…:nxfs_…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A Nixflex API key starts with nxf_.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The secret half is missing. Enter both halves with a colon between them: nxf_…:nxfs_…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The secret half is not complete yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A Nixflex API key has two halves, letters and digits only: nxf_…:nxfs_…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no country with this calling code.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Start with + and the country code, for example +44 7700 900123.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is too short for a phone number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is too long for a phone number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is not a phone number.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::AccountSid</name>
    <message>
        <source>Enter the Account SID: AC and 32 digits or letters a to f.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::AgentId</name>
    <message>
        <source>Enter or choose an agent.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An agent id is one word without blanks. Copy it from the agent's page in the Nixflex dashboard.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::Error</name>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::JsonReader</name>
    <message>
        <source>The answer could not be understood. The service may have changed, or something in the network replaced its answer. Try again later; if this goes on, update this program.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::NixflexKey</name>
    <message>
        <source>Enter the Nixflex API key: nxf_…:nxfs_…</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::PhoneNumber</name>
    <message>
        <source>Enter a phone number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A phone number has no letters. Enter the digits only.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is too long for a phone number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An extension cannot be imported. Enter the number without it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is not a phone number in international form (E.164).</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::cli::Commands</name>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The business profile in “%1” is longer than %2 characters.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no Auth Token for %1. Set TWILIO_AUTH_TOKEN, or remember the account in the app.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saving what is there now…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sending the import to Nixflex…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading the new webhooks back from Twilio…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The answer was lost. Finding out what happened…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Recording the result…</source>
        <translation>Ergebnis wird festgehalten…</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Earlier operations could not be settled: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An earlier operation on %1 still has no known outcome.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An earlier operation on %1 was left open and is settled now.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Looking at Twilio and Nixflex…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was changed (--dry-run).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something that answers now would be replaced. Nothing was changed. Add --yes to go on.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is answered by the agent %2 now. Operation %3.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Removing %1 clears its webhooks at Twilio: nobody answers it then. The number stays with the customer, and Twilio goes on billing it. Nothing was changed. Add --yes to go on.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The number's Twilio account or its Auth Token is not known here, so its webhooks could not be saved first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Removing %1 at Nixflex…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is no longer at Nixflex. Its webhooks at Twilio are cleared. Operation %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>NUMBER</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>COUNTRY</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>AGENT</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex may have cut this list off.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>LANGUAGE</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>STATE</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>not active</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>STARTED</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>WHAT</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>OUTCOME</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>OPERATION</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no Nixflex API key. Set NIXFLEX_API_KEY=id:secret, or connect Nixflex in the app.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::cli::Report</name>
    <message>
        <source>Number:  %1 (%2)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Account: %1 %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agent:   %1 %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing is configured at Twilio now, so nothing is lost.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Set at Twilio now, saved first, then replaced:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>  (Twilio's demonstration)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Problem: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Warning: %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::gui::AboutDialog</name>
    <message>
        <source>About Nixflex Numbers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex Numbers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Brings Twilio numbers to Nixflex voice agents, safely and reversibly. Free software under the MIT licence. It sends no usage data to anybody.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Built &amp;with</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Version %1, with Qt %2 on %3</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::gui::AccountPage</name>
    <message>
        <source>Whose number is it?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose the Twilio account that owns the number, or enter another one. Nothing is changed there yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio &amp;account</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Replace token…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Forget account…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Account &amp;SID</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>AC…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Auth &amp;Token</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Re&amp;member on this computer, in the system’s keychain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Your name for it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>As at Twilio, if left empty</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>C&amp;ustomer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Optional</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Import from</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Another account</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From the Twilio Console; starts with AC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From the Twilio Console, beside the Account SID. API keys do not work: Nixflex needs the Auth Token.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the token</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This account’s token is not remembered. Enter it to go on.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The remembered token could not be read; you can enter it for this session.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asking Twilio whether this pair works…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (the main account itself)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>For a subaccount its own SID and Auth Token are given to Nixflex.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1
Press Next to go on all the same.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>The pair works. This account has %n subaccount(s): choose where the number is, then press Next.</source>
        <translation>
            <numerusform>Die Zugangsdaten stimmen. Dieses Konto hat %n Unterkonto: Wählen Sie, wo die Nummer ist, dann „Weiter“.</numerusform>
            <numerusform>Die Zugangsdaten stimmen. Dieses Konto hat %n Unterkonten: Wählen Sie, wo die Nummer ist, dann „Weiter“.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pair works, but its token could not be remembered.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Use it for this session only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Net&amp;work settings…</source>
        <translation>Netz&amp;werkeinstellungen…</translation>
    </message>
    <message>
        <source>Unlock &amp;keychain…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The new token works and is in use.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Forget account</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Forget “%1” and its token on this computer?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing changes at Twilio or Nixflex. Its numbers and their history stay in your records.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::gui::AccountsPage</name>
    <message>
        <source>Twilio accounts used on this computer. Give them a label and a customer’s name to find their numbers by.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio accounts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>None yet: an account is listed here after it was used for an import.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Replace token…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Forget account</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In the keychain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not remembered</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name at Twilio</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Account SID</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The new token works and is in use.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Forget account</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Forget this account and its token on this computer?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing changes at Twilio or Nixflex. Its numbers and their history stay in your records.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::gui::AgentController</name>
    <message>
        <source>There is no Nixflex key yet. Enter one in the preferences.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::gui::AgentPage</name>
    <message>
        <source>Who should answer?</source>
        <translation>Wer soll antworten?</translation>
    </message>
    <message>
        <source>Choose the Nixflex agent that takes this number’s calls and texts.</source>
        <translation>Wählen Sie den Nixflex-Agenten, der Anrufe und Nachrichten dieser Nummer annimmt.</translation>
    </message>
    <message>
        <source>F&amp;ind agent</source>
        <translation>Agent &amp;suchen</translation>
    </message>
    <message>
        <source>Name, language or id</source>
        <translation>Name, Sprache oder ID</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>Neu &amp;laden</translation>
    </message>
    <message>
        <source>Reads the agents from Nixflex again</source>
        <translation>Lädt die Agenten neu von Nixflex</translation>
    </message>
    <message>
        <source>Agents at Nixflex</source>
        <translation>Agenten bei Nixflex</translation>
    </message>
    <message>
        <source>&amp;Enter the agent’s id instead</source>
        <translation>Stattdessen &amp;ID des Agenten eingeben</translation>
    </message>
    <message>
        <source>Agent id</source>
        <translation>Agenten-ID</translation>
    </message>
    <message>
        <source>The id as Nixflex shows it</source>
        <translation>Die ID, wie Nixflex sie zeigt</translation>
    </message>
    <message>
        <source>Business &amp;profile (optional)</source>
        <translation>Geschäfts&amp;profil (freiwillig)</translation>
    </message>
    <message>
        <source>What the agent should know about this number’s business: name, opening hours, services…</source>
        <translation>Was der Agent über das Geschäft dieser Nummer wissen soll: Name, Öffnungszeiten, Leistungen…</translation>
    </message>
    <message>
        <source>Several languages</source>
        <translation>Mehrere Sprachen</translation>
    </message>
    <message>
        <source>This Nixflex key has no agents yet. Make one at Nixflex, then read the list again.</source>
        <translation>Dieser Nixflex-Schlüssel hat noch keine Agenten. Legen Sie bei Nixflex einen an und laden Sie die Liste neu.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Reading the agents from Nixflex…</source>
        <translation>Agenten werden von Nixflex geladen…</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Not active</source>
        <translation>Nicht aktiv</translation>
    </message>
    <message>
        <source>The list may be out of date.</source>
        <translation>Die Liste ist vielleicht veraltet.</translation>
    </message>
    <message>
        <source>The agents could not be read; you can enter an agent’s id instead.</source>
        <translation>Die Agenten konnten nicht geladen werden; Sie können stattdessen eine Agenten-ID eingeben.</translation>
    </message>
    <message>
        <source>Nixflex &amp;key…</source>
        <translation>Nixflex-&amp;Schlüssel…</translation>
    </message>
    <message>
        <source>This agent is not active: it will not answer until it is activated at Nixflex.</source>
        <translation>Dieser Agent ist nicht aktiv: Er antwortet erst, wenn er bei Nixflex aktiviert ist.</translation>
    </message>
    <message>
        <source>%L1 of %L2 characters</source>
        <translation>%L1 von %L2 Zeichen</translation>
    </message>
    <message>
        <source>%1: %L2 too many.</source>
        <comment>counter, then number</comment>
        <translation>%1: %L2 zu viele.</translation>
    </message>
</context>
<context>
    <name>numbers::gui::BusyBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
</context>
<context>
    <name>numbers::gui::DetailPane</name>
    <message>
        <source>Choose a number to see who answers it and what was done with it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Routing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Who answers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Business profile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What the agent is told about the business behind this &amp;number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No business profile is set for this number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;History</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>History of this number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>As Nixflex set it up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n numbers are selected.</source>
        <translation>
            <numerusform>%n Nummer ist ausgewählt.</numerusform>
            <numerusform>%n Nummern sind ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 inside the country</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex has this number, but this computer has not seen it at Twilio: which account it belongs to is not known here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The number has not been read at Twilio yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What Nixflex set up is not known: the number was not imported on this computer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Everything is as Nixflex set it up.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something was changed at Twilio after the import.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>As last seen at Twilio on %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>E.164</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Agent’s id</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio account</source>
        <translation>Twilio-Konto</translation>
    </message>
    <message>
        <source>Account SID</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Number’s SID</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name at Twilio</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Can do</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Incoming calls</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outgoing calls</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Last checked</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was done with it on this computer.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::gui::FieldHint</name>
    <message>
        <source>Fix it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This looks right.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::gui::FirstRunPage</name>
    <message>
        <source>Nixflex Numbers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Welcome to Nixflex Numbers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Bring the Twilio numbers you own to your Nixflex agents. Before anything is changed you see who answers a number now, and everything that will be replaced is saved first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Connect Nixflex</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Just looking?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Everything works as for real, with made-up numbers on this computer. Nothing real can be touched.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try &amp;practice mode</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::gui::FleetPage</name>
    <message>
        <source>S&amp;how:</source>
        <translation>An&amp;zeigen:</translation>
    </message>
    <message>
        <source>Search number, customer, agent…</source>
        <translation>Nummer, Kunde, Agent suchen…</translation>
    </message>
    <message>
        <source>Search the fleet</source>
        <translation>Bestand durchsuchen</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>Telefonnummern</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>Removing number %1 of %2…</source>
        <translation>Nummer %1 von %2 wird entfernt…</translation>
    </message>
    <message>
        <source>Your records could not be read.</source>
        <translation>Ihre Aufzeichnungen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation>Alle Nummern</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>No longer at Nixflex</source>
        <translation>Nicht mehr bei Nixflex</translation>
    </message>
    <message>
        <source>Agent: %1</source>
        <translation>Agent: %1</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>Konto: %1</translation>
    </message>
    <message>
        <source>No number matches</source>
        <translation>Keine Nummer passt</translation>
    </message>
    <message>
        <source>Search and filter leave nothing over.</source>
        <translation>Suche und Filter lassen nichts übrig.</translation>
    </message>
    <message>
        <source>Show &amp;all numbers</source>
        <translation>&amp;Alle Nummern zeigen</translation>
    </message>
    <message>
        <source>Reading the fleet from Nixflex…</source>
        <translation>Bestand wird von Nixflex geladen…</translation>
    </message>
    <message>
        <source>Numbers appear here as they come.</source>
        <translation>Nummern erscheinen hier, sobald sie eintreffen.</translation>
    </message>
    <message>
        <source>The fleet could not be read, and there is no earlier record of it.</source>
        <translation>Der Bestand konnte nicht geladen werden, und es gibt keinen früheren Stand.</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>No numbers yet</source>
        <translation>Noch keine Nummern</translation>
    </message>
    <message>
        <source>Bring the first one from Twilio. You see what will change before anything does.</source>
        <translation>Holen Sie die erste von Twilio. Sie sehen vorher, was sich ändert.</translation>
    </message>
    <message>
        <source>&amp;Import a number…</source>
        <translation>Nummer &amp;importieren…</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Wird entfernt…</translation>
    </message>
    <message>
        <source>The fleet could not be read from Nixflex; what you see is the last record of it.</source>
        <translation>Der Bestand konnte nicht von Nixflex geladen werden; Sie sehen den letzten bekannten Stand.</translation>
    </message>
    <message>
        <source>&amp;Network settings…</source>
        <translation>&amp;Netzwerkeinstellungen…</translation>
    </message>
    <message>
        <source>Replace the &amp;key…</source>
        <translation>&amp;Schlüssel ersetzen…</translation>
    </message>
    <message>
        <source>Nixflex returned exactly %L1 numbers, the most it lists at once. There may be more; none was marked as gone.</source>
        <translation>Nixflex lieferte genau %L1 Nummern, so viele wie höchstens auf einmal. Es kann mehr geben; keine wurde als fehlend gekennzeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) are no longer at Nixflex and are marked so.</source>
        <translation>
            <numerusform>%n Nummer ist nicht mehr bei Nixflex und so gekennzeichnet.</numerusform>
            <numerusform>%n Nummern sind nicht mehr bei Nixflex und so gekennzeichnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 numbers were removed.</source>
        <translation>Angehalten: %1 von %2 Nummern wurden entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) removed from Nixflex.</source>
        <translation>
            <numerusform>%n Nummer von Nixflex entfernt.</numerusform>
            <numerusform>%n Nummern von Nixflex entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not known whether %1 was removed; this is settled at the next start.</source>
        <translation>Es ist nicht bekannt, ob %1 entfernt wurde; das wird beim nächsten Start geklärt.</translation>
    </message>
    <message>
        <source>%1 was not removed.</source>
        <translation>%1 wurde nicht entfernt.</translation>
    </message>
    <message>
        <source>%1 of %2 numbers were removed.</source>
        <translation>%1 von %2 Nummern wurden entfernt.</translation>
    </message>
</context>
<context>
    <name>numbers::gui::GeneralPage</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Takes effect when the program is started again.</source>
        <translation>Wirkt nach einem Neustart des Programms.</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Default country</source>
        <translation>S&amp;tandardland</translation>
    </message>
    <message>
        <source>For telephone numbers typed without a country code.</source>
        <translation>Für Telefonnummern ohne Landesvorwahl.</translation>
    </message>
    <message>
        <source>Set by your administrator.</source>
        <translation>Von Ihrer Administration festgelegt.</translation>
    </message>
    <message>
        <source>As in the system</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>As in the system (%1)</source>
        <translation>Wie im System (%1)</translation>
    </message>
</context>
<context>
    <name>numbers::gui::ImportPage</name>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>The request has left. Stopping now would only make its outcome unknown, so the answer is waited for.</source>
        <translation>Die Anfrage ist abgeschickt. Ein Abbruch würde nur den Ausgang unbekannt machen, daher wird auf die Antwort gewartet.</translation>
    </message>
    <message>
        <source>Go back and &amp;mend it</source>
        <translation>Zurück und &amp;berichtigen</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation>Er&amp;neut versuchen</translation>
    </message>
    <message>
        <source>&amp;Open in fleet</source>
        <translation>Im Bestand ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Import &amp;another</source>
        <translation>Weitere &amp;importieren</translation>
    </message>
    <message>
        <source>Copy resul&amp;t</source>
        <translation>Er&amp;gebnis kopieren</translation>
    </message>
    <message>
        <source>Copies the result as text, without secrets</source>
        <translation>Kopiert das Ergebnis als Text, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>Save what is set at Twilio now</source>
        <translation>Jetzige Einstellungen bei Twilio sichern</translation>
    </message>
    <message>
        <source>Hand the number to Nixflex</source>
        <translation>Nummer an Nixflex übergeben</translation>
    </message>
    <message>
        <source>Read back what is set at Twilio</source>
        <translation>Einstellungen bei Twilio zurücklesen</translation>
    </message>
    <message>
        <source>Find out what happened to a lost answer</source>
        <translation>Verbleib einer verlorenen Antwort klären</translation>
    </message>
    <message>
        <source>Record the result</source>
        <translation>Ergebnis festhalten</translation>
    </message>
    <message>
        <source>Saving what is set at Twilio now…</source>
        <translation>Jetzige Einstellungen bei Twilio werden gesichert…</translation>
    </message>
    <message>
        <source>Handing the number to Nixflex…</source>
        <translation>Nummer wird an Nixflex übergeben…</translation>
    </message>
    <message>
        <source>Reading back what is set at Twilio…</source>
        <translation>Einstellungen bei Twilio werden zurückgelesen…</translation>
    </message>
    <message>
        <source>The answer was lost. Asking Nixflex and Twilio what happened…</source>
        <translation>Die Antwort ging verloren. Nixflex und Twilio werden gefragt, was geschehen ist…</translation>
    </message>
    <message>
        <source>Recording the result…</source>
        <translation>Ergebnis wird festgehalten…</translation>
    </message>
    <message>
        <source>Result copied.</source>
        <translation>Ergebnis kopiert.</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Import läuft</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>number, agent</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet…</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Nicht importiert</translation>
    </message>
    <message>
        <source>&amp;Ask again</source>
        <translation>Erneut &amp;fragen</translation>
    </message>
    <message>
        <source>Nixflex &amp;key…</source>
        <translation>Nixflex-&amp;Schlüssel…</translation>
    </message>
    <message>
        <source>Net&amp;work settings…</source>
        <translation>Netz&amp;werkeinstellungen…</translation>
    </message>
</context>
<context>
    <name>numbers::gui::ImportWizard</name>
    <message>
        <source>Import a number</source>
        <translation>Nummer importieren</translation>
    </message>
    <message>
        <source>Import under way</source>
        <translation>Import läuft</translation>
    </message>
    <message>
        <source>The import is still under way. Close this window?</source>
        <translation>Der Import läuft noch. Dieses Fenster schließen?</translation>
    </message>
    <message>
        <source>It goes on without the window; its result will be in the fleet.</source>
        <translation>Er läuft ohne das Fenster weiter; das Ergebnis steht danach im Bestand.</translation>
    </message>
    <message>
        <source>&amp;Keep it open</source>
        <translation>&amp;Offen lassen</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>Fenster &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>I&amp;mport</source>
        <translation>I&amp;mportieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Twilio account</source>
        <translation>Twilio-Konto</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Practice mode:
nothing real is touched.</source>
        <translation>Übungsmodus:
Nichts Echtes wird berührt.</translation>
    </message>
</context>
<context>
    <name>numbers::gui::KeyEntry</name>
    <message>
        <source>Nixflex API &amp;key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>nxf_…:nxfs_…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Re&amp;member on this computer, in the system’s keychain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Net&amp;work settings…</source>
        <translation>Netz&amp;werkeinstellungen…</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Both halves with the colon between them, as Nixflex shows them once.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asking Nixflex whether it knows this key…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
</context>
<context>
    <name>numbers::gui::KeyPage</name>
    <message>
        <source>In use</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Forget this key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Use another key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keychain of this computer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the keychain &amp;again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The key is in use, but will be asked for again after a restart.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The new key is in use.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Key %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No key is in use.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The key is forgotten on this computer. It stays valid at Nixflex until it is revoked there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Checking the keychain…</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::gui::MainWindow</name>
    <message>
        <source>Nixflex Numbers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Numbers</source>
        <translation>&amp;Nummern</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Import number…</source>
        <translation>Nummer &amp;importieren…</translation>
    </message>
    <message>
        <source>Bring a Twilio number to a Nixflex agent</source>
        <translation>Eine Twilio-Nummer zu einem Nixflex-Agenten bringen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>&amp;Sync with Nixflex</source>
        <translation>Mit Nixflex &amp;abgleichen</translation>
    </message>
    <message>
        <source>Read the whole fleet from Nixflex again</source>
        <translation>Den ganzen Bestand neu von Nixflex laden</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <source>&amp;Remove from Nixflex…</source>
        <translation>Von Nixflex &amp;entfernen…</translation>
    </message>
    <message>
        <source>Take the selected numbers away from their agents</source>
        <translation>Die ausgewählten Nummern ihren Agenten entziehen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows as text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy as CS&amp;V</source>
        <translation>Als CS&amp;V kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows for a spreadsheet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy &amp;number</source>
        <translation>&amp;Nummer kopieren</translation>
    </message>
    <message>
        <source>Copy the selected numbers in E.164 form</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Select every row</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Go to the search field</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Details pane</source>
        <translation>&amp;Detailbereich</translation>
    </message>
    <message>
        <source>Show or hide what is known of the selected number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Language, theme, Nixflex key, network and accounts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save &amp;diagnostics…</source>
        <translation>&amp;Diagnose speichern…</translation>
    </message>
    <message>
        <source>Write a report for support, without secrets</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Practice mode</source>
        <translation>Ü&amp;bungsmodus</translation>
    </message>
    <message>
        <source>Open a window where nothing real can be touched</source>
        <translation>Ein Fenster öffnen, in dem nichts Echtes berührt wird</translation>
    </message>
    <message>
        <source>&amp;Leave practice mode</source>
        <translation>Übungsmodus &amp;verlassen</translation>
    </message>
    <message>
        <source>Go back to the real fleet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;About Nixflex Numbers</source>
        <translation>&amp;Über Nixflex Numbers</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Show what can be done with the keyboard</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Opening your records…</source>
        <translation>Ihre Aufzeichnungen werden geöffnet…</translation>
    </message>
    <message>
        <source>Practice – Nixflex Numbers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Preferences could not be saved.</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>What an earlier run left open could not be settled yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The network settings could not be used as they are.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Network settings…</source>
        <translation>&amp;Netzwerkeinstellungen…</translation>
    </message>
    <message>
        <source>Reading the key from the keychain…</source>
        <translation>Schlüssel wird aus dem Schlüsselbund gelesen…</translation>
    </message>
    <message>
        <source>The remembered key could not be read.</source>
        <translation>Der gemerkte Schlüssel konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>&amp;Unlock…</source>
        <translation>&amp;Entsperren…</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>The key is in use, but will be asked for again after a restart.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An earlier run was interrupted. What became of it is now known:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An earlier run was interrupted. What became of it:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Textdateien (*.txt)</translation>
    </message>
    <message>
        <source>Diagnostics saved to %1. They hold no secrets; have a look before you pass them on.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::gui::MessageBar</name>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>context, then error</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>Einzelheiten &amp;kopieren</translation>
    </message>
    <message>
        <source>Copies what support needs to know, without secrets</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Details copied.</source>
        <translation>Einzelheiten kopiert.</translation>
    </message>
</context>
<context>
    <name>numbers::gui::NetworkPage</name>
    <message>
        <source>Way to the Internet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Host</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>proxy.example.com</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;User name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only if the proxy asks for one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Additional &amp;certificates to trust, such as a company’s own (PEM file)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>As in the system</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>None: connect directly</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This one:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>HTTP</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Leave it empty to keep the password that is in the keychain.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such certificate file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This file holds no certificate in PEM form.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n certificate(s) found.</source>
        <translation>
            <numerusform>%n Zertifikat gefunden.</numerusform>
            <numerusform>%n Zertifikate gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved. The next request goes this way.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Enter the proxy’s host name or address.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asking Nixflex for a sign of life…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 answered in %2 ms.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asking Twilio for a sign of life…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose a certificate file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::gui::NumberModel</name>
    <message>
        <source>calls</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>texts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>neither calls nor texts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Takes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>At Nixflex already</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::gui::NumberPage</name>
    <message>
        <source>Which number?</source>
        <translation>Welche Nummer?</translation>
    </message>
    <message>
        <source>Type any part of it, of its name or its country to shorten the list, or the whole number in any format.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Find a number</source>
        <translation>Nummer &amp;suchen</translation>
    </message>
    <message>
        <source>Number, name or country</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>Neu &amp;laden</translation>
    </message>
    <message>
        <source>Reads the account’s numbers from Twilio again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Numbers of the Twilio account</source>
        <translation>Nummern des Twilio-Kontos</translation>
    </message>
    <message>
        <source>Numbers of %1. Type any part of a number, its name or its country to shorten the list, or the whole number in any format.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This account has no numbers. Buy one at Twilio, or choose another account.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%Ln number(s)</source>
        <translation>
            <numerusform>%Ln Nummer</numerusform>
            <numerusform>%Ln Nummern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln number(s) shown</source>
        <translation>
            <numerusform>%L1 von %Ln Nummer angezeigt</numerusform>
            <numerusform>%L1 von %Ln Nummern angezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking Twilio for %1…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading the account’s numbers from Twilio…</source>
        <translation>Nummern des Kontos werden von Twilio geladen…</translation>
    </message>
    <message>
        <source>Reading the account’s numbers from Twilio: %L1 so far…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 – already at Nixflex, answered by %2.</source>
        <comment>number, agent</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 – an unusual number, but it is in this account.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 – not among this account’s numbers.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 – looked for at Twilio when you press Next.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>None of this account’s numbers matches.</source>
        <translation>Keine Nummer dieses Kontos passt.</translation>
    </message>
    <message>
        <source>This is too short for a whole number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is not in this Twilio account. Mend it, or go back and choose the account that owns it.</source>
        <translation>%1 gehört nicht zu diesem Twilio-Konto. Berichtigen Sie die Nummer oder wählen Sie das Konto, dem sie gehört.</translation>
    </message>
    <message>
        <source>The list could not be read; a typed number can still be looked for.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The list could not be read to its end.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation>Er&amp;neut versuchen</translation>
    </message>
    <message>
        <source>Net&amp;work settings…</source>
        <translation>Netz&amp;werkeinstellungen…</translation>
    </message>
    <message>
        <source>Back to the &amp;account</source>
        <translation>Zurück zum &amp;Konto</translation>
    </message>
</context>
<context>
    <name>numbers::gui::PracticeBanner</name>
    <message>
        <source>&lt;b&gt;Practice mode.&lt;/b&gt; Numbers, accounts and agents are made up and live on this computer only. Nothing real can be touched.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Leave practice mode</source>
        <translation>Übungsmodus &amp;verlassen</translation>
    </message>
</context>
<context>
    <name>numbers::gui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;Allgemein</translation>
    </message>
    <message>
        <source>Nixflex &amp;key</source>
        <translation>Nixflex-&amp;Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Netzwerk</translation>
    </message>
    <message>
        <source>Twilio &amp;accounts</source>
        <translation>Twilio-&amp;Konten</translation>
    </message>
</context>
<context>
    <name>numbers::gui::RemoveDialog</name>
    <message>
        <source>Remove from Nixflex</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Numbers to be removed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove %1 from Nixflex?</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Remove %n numbers from Nixflex?</source>
        <translation>
            <numerusform>%n Nummer von Nixflex entfernen?</numerusform>
            <numerusform>%n Nummern von Nixflex entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, answered by %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The agent stops answering at once: Nixflex clears the number’s webhooks at Twilio, and calls and texts then reach nobody.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The number is &lt;b&gt;not&lt;/b&gt; released. It stays in the Twilio account and goes on being billed there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What answered before the import is &lt;b&gt;not&lt;/b&gt; brought back by Nixflex.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The settings from before the import stay in your records; see the number’s history.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>These numbers were not imported on this computer, so there is no record of what answered before.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>I &amp;understand that nobody will answer this number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>I &amp;understand that nobody will answer these numbers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n</source>
        <translation>
            <numerusform>%n &amp;entfernen</numerusform>
            <numerusform>%n &amp;entfernen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::ReviewController</name>
    <message>
        <source>There is no Nixflex key yet. Enter one in the preferences.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::gui::ReviewPage</name>
    <message>
        <source>What will change?</source>
        <translation>Was ändert sich?</translation>
    </message>
    <message>
        <source>An import at Nixflex replaces where this number’s calls and texts go at Twilio. Nothing has been changed yet.</source>
        <translation>Ein Import bei Nixflex ersetzt, wohin Anrufe und Nachrichten dieser Nummer bei Twilio gehen. Noch wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Who answers now and after the import</source>
        <translation>Wer jetzt und nach dem Import antwortet</translation>
    </message>
    <message>
        <source>Replace &amp;what answers there now</source>
        <translation>&amp;Ersetzen, was dort jetzt antwortet</translation>
    </message>
    <message>
        <source>Answers now</source>
        <translation>Antwortet jetzt</translation>
    </message>
    <message>
        <source>After the import</source>
        <translation>Nach dem Import</translation>
    </message>
    <message>
        <source>What is set at Twilio now is saved on this computer first, so that it can be restored.</source>
        <translation>Die jetzigen Einstellungen bei Twilio werden zuerst auf diesem Computer gesichert, damit sie wiederhergestellt werden können.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Angehalten. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>Neu &amp;laden</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>number, agent</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading what is set up at Twilio and Nixflex…</source>
        <translation>Einstellungen bei Twilio und Nixflex werden gelesen…</translation>
    </message>
    <message>
        <source>Go back and &amp;mend it</source>
        <translation>Zurück und &amp;berichtigen</translation>
    </message>
    <message>
        <source>Net&amp;work settings…</source>
        <translation>Netz&amp;werkeinstellungen…</translation>
    </message>
    <message>
        <source>Nixflex &amp;key…</source>
        <translation>Nixflex-&amp;Schlüssel…</translation>
    </message>
</context>
<context>
    <name>numbers::gui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Menus</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Alt and the underlined letter, or F10</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From field to field</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tab and Shift+Tab</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Context menu</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Menu key, or Shift+F10</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::gui::StartPage</name>
    <message>
        <source>Nixflex Numbers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Opening your records…</source>
        <translation>Ihre Aufzeichnungen werden geöffnet…</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
</context>
<context>
    <name>numbers::gui::StatusLine</name>
    <message>
        <source>Practice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Everything is simulated on this computer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Working with %1</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Syncing: %n number(s)</source>
        <translation>
            <numerusform>Abgleich: %n Nummer</numerusform>
            <numerusform>Abgleich: %n Nummern</numerusform>
        </translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting for Nixflex’s limit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex allows no more requests for the moment.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 of %2 requests left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What Nixflex allows this key in the current minute, by its last answer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Syncing…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Synced at %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not synced yet</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n operation(s) under way</source>
        <translation>
            <numerusform>%n Vorgang läuft</numerusform>
            <numerusform>%n Vorgänge laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Imports and removals whose outcome is not recorded yet.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::gui::StepList</name>
    <message>
        <source>not begun</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>under way</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2</source>
        <comment>step, its state</comment>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::gui::TokenDialog</name>
    <message>
        <source>Replace token</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>New Auth &amp;Token</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Remember on this computer, in the system’s keychain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Account %1 (%2)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From the Twilio Console, Account → API keys &amp; tokens.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Check and replace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asking Twilio whether the pair works…</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::importing::AccountVerifier</name>
    <message>
        <source>This Twilio account is suspended. Resolve this in the Twilio Console, then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This Twilio account is closed and cannot be used.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>These credentials work, but may not read the account itself: its name, status and type are not known.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is a trial account. Audio streaming does not work there, so callers will not hear the agent. Upgrade it at Twilio first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The account's subaccounts could not be read.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::importing::Importer</name>
    <message>
        <source>The number's webhooks at Twilio were changed since you reviewed them. Nothing was sent. Look at the review again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something that answers now would be replaced. Confirm this first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An earlier operation on this number has no known outcome yet. It has to be settled first; try again when Nixflex can be read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The program ended before anything was sent. Nothing has changed.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::importing::Plan</name>
    <message>
        <source>This Twilio account is suspended. Its numbers cannot take calls. Resolve this in the Twilio Console first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This Twilio account is closed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The account's status and type could not be read, so it is not known whether this is a trial account.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is a Twilio trial account. Audio streaming does not work there: callers will hear Twilio's notice instead of the agent.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This number cannot take voice calls.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This number cannot receive text messages.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A SIP trunk (%1) takes this number's calls before any webhook. Unless it is removed, calls will not reach Nixflex.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A TwiML app (%1) takes this number's calls before the webhook. It is not documented whether an import removes it; this is checked afterwards.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A TwiML app (%1) takes this number's text messages before the webhook. It is not documented whether an import removes it; this is checked afterwards.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This number does not follow the numbering plan as this program knows it, but it is in the Twilio account.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The account's Messaging Services could not be read, so it is not known whether one of them keeps this number's text messages.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The Messaging Service “%1” keeps this number's text messages: they will not reach Nixflex.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The list of agents could not be read, so the agent could not be checked.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The agent “%1” is not active. It will not answer until it is activated in Nixflex.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The agent was not among the first %1 that Nixflex listed, so it could not be checked.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex has no agent with the id “%1” for this key. Choose one from the list.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This number is already connected to this agent. There is nothing to do.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This number is already connected to another agent (%1). Remove it there first; a number belongs to one agent.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>deleted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This number belongs to the subaccount %1. Nixflex needs that subaccount's own SID and Auth Token.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The business profile has %1 characters; Nixflex takes at most %2.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::importing::ReadBack</name>
    <message>
        <source>The number was imported, but could not be read back from Twilio. Its new webhooks are learned at the next check.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The SIP trunk %1 is still set and takes the calls: Nixflex will not be reached. Remove the trunk from the number at Twilio.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The TwiML app %1 is still set and takes the calls: Nixflex will not be reached. Remove the app from the number at Twilio.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The TwiML app %1 is still set and takes the text messages: they will not reach Nixflex.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex reported success, but the number's webhooks at Twilio did not change. Make a test call.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::importing::Settle</name>
    <message>
        <source>The request was sent, but no answer came, and it could not be found out yet whether the number was imported. Do not import it again: this is settled as soon as Nixflex can be read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The request was sent, but no answer came, and it could not be found out yet whether the number was removed. This is settled as soon as Nixflex can be read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The connection was lost before Nixflex imported the number: it is not in Nixflex's list. Nothing has changed. You can try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The connection was lost before Nixflex removed the number: it is still in Nixflex's list. Nothing has changed. You can try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex changed the number's webhooks at Twilio but did not import the number. Import it again, or set the former webhooks by hand: they are kept in this operation's backup.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This could not be recorded on this computer (%1). It is completed at the next start.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In the meantime this number was connected to another agent (%1).</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::models::FleetModel</name>
    <message>
        <source>unknown</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in %1, out %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>SMS</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>MMS</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Fax</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not checked</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Gone from Nixflex</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (%2 inside the country)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio account</source>
        <translation>Twilio-Konto</translation>
    </message>
    <message>
        <source>Name at Twilio</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Can do</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::net::HttpClient</name>
    <message>
        <source>%1 wants to send this request elsewhere, which is refused to protect the tokens. A proxy or sign-in page of the network may be in between.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Line breaks are not allowed in keys and tokens. Nothing was sent.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::net::Transport</name>
    <message>
        <source>The certificate of %1 has expired or is not valid yet. Check this computer's date and time. Nothing was sent.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The certificate shown for %1 belongs to another host. Somebody may be in between: check the network and the proxy. Nothing was sent.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The certificate of %1 is signed by an authority this computer does not know. If your company inspects its traffic, add its certificate in Preferences &gt; Network. Nothing was sent.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No secure connection to %1 could be made. Check this computer's date and time, the network and the proxy. Nothing was sent.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 could not be reached in time. Check the network and the proxy, then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 did not answer in time. Try again later.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 sent far more than expected; its answer was not read to the end. If this goes on, report it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The host %1 was not found. Check the network connection, then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 refused the connection. Check the network and the proxy, then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The proxy asks for a user name and password, or refuses those it got. Enter them in Preferences &gt; Network.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The proxy cannot be reached or does not work. Check Preferences &gt; Network.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 sent something that is no proper answer. A proxy may be in between; try again later.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot be reached. Check the network connection and the proxy in Preferences &gt; Network, then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The connection to %1 was lost. Check the network connection, then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 did not answer in time. It is not known whether the request was carried out: look before sending it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 sent an answer that cannot be read. It is not known whether the request was carried out: look before sending it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The connection to %1 was lost before its answer had come. It is not known whether the request was carried out: look before sending it again.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::net::UrlPolicy</name>
    <message>
        <source>Only encrypted connections (https) are used, so that nobody can read the tokens. Nothing was sent to “%1”.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::nixflex::Client</name>
    <message>
        <source>The business profile has %1 characters; Nixflex takes at most %2.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::nixflex::Errors</name>
    <message>
        <source>Nixflex refused the API key: it is wrong, was revoked or replaced. Enter a valid key in Preferences &gt; Nixflex.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio refused the customer's Account SID and Auth Token when Nixflex used them. Copy both again from the Twilio Console; a subaccount needs its own pair.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex allows no more requests for the moment. Nothing was changed. Try again in a minute.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex got only one half of the API key. Enter both halves, nxf_…:nxfs_…, in Preferences &gt; Nixflex.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex does not accept the Account SID. It has AC and 32 digits or letters a to f.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex misses an entry. Fill in all of them.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex does not accept the phone number. It needs the international form with + and the country code.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex did not find this number in the Twilio account. Choose the account or subaccount that owns it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This number is connected to an agent already. A number belongs to one agent: remove it there first. If it is not in your fleet, another Nixflex account has it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex does not have this number for your key. It may have been removed already.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex does not have this agent. Choose another one; it may have been deleted.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This agent belongs to another Nixflex key or account. Choose one of your own, or use the key it was made with.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The business profile is too long. It may have 8,000 characters.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The text is too long for Nixflex.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Voicemail needs a message.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex does not have this voice.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex could not read the request. Nothing was changed. Please report this.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex did not accept the request. Nothing was changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The Nixflex account has no credit left. Nothing was changed. Add credit in the Nixflex dashboard, then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex does not allow this with this API key.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex does not have what was asked for.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex refused this because something else was done with the number meanwhile. Look at it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex did not accept a value. Nothing was changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex got no proper answer from Twilio or another service. Try again later.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex has a problem. Try again later.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nixflex says: “%1”</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::secrets</name>
    <message>
        <source>There is nothing to remember: the secret is empty.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is too long to be kept in a keychain (more than %1 bytes). Check that only the secret itself was pasted.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The secret holds characters that cannot be stored. Copy it again from where it is shown.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::secrets::SecretStore</name>
    <message>
        <source>Your keyring is locked or not set up yet. Unlock it (for example by signing in again) and try again, or use the secret for this session only.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Access to the keychain was refused. Allow Nixflex Numbers to use it when the system asks, or use the secret for this session only.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This computer has no running keychain service, so nothing can be remembered safely. Install or start one (GNOME Keyring, KWallet or KeePassXC), or use the secret for this session only.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The keychain did not work. Try again; if that does not help, sign in to this computer again, or use the secret for this session only.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The keychain works.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The keychain has not been tried yet.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::store::Database</name>
    <message>
        <source>“%1” is damaged. It was left as it is. Restore it from a backup, or move it away to start with an empty one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The disk is full, so “%1” could not be written. Nothing was changed there. Free some space, then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” cannot be written: the file or its folder is read-only. Change its permissions, or choose another folder with --profile.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” is locked by another program. Close that program, or try again later.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” is not a ledger of this program. It was left as it is. Move it away, or choose another folder with --profile.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” cannot be opened. Check that the folder exists and may be written.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This could not be recorded because of a fault in the program. Nothing was changed. Please report it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is recorded already.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” could not be read or written. Check the disk.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The database driver for SQLite is missing. Reinstall the program.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::store::InstanceLock</name>
    <message>
        <source>No file can be made in “%1”, so other running programs could not be kept from the same work. Nothing was changed. Check the folder's permissions and the disk.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::store::Migrator</name>
    <message>
        <source>The ledger has to be changed for this version of the program, but could not be copied first. Nothing was changed. %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” is the database of another program. It was left as it is. Choose another folder with --profile.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” was written by a newer version of this program (schema %2, this one knows %3). It was left as it is. Install the newer version.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::store::Operations</name>
    <message>
        <source>Another operation on this number is under way or has no known outcome yet. Nothing was sent. Wait until it is settled.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::twilio::Errors</name>
    <message>
        <source>Twilio refused the Account SID and Auth Token. Copy both again from the first page of the Twilio Console, without blanks. They are also refused when the token was replaced, when the account is suspended, when they are those of a subaccount or of another region.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This Twilio account is not active: it has no funds or was not activated. Resolve this in the Twilio Console.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>These credentials may not do this at Twilio. Use the account's Auth Token.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>These are Twilio's test credentials, which cannot read numbers. Use the live credentials from the first page of the Twilio Console.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is disabled for this Twilio account. Ask Twilio's support.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio does not have this in this account. It may have been removed, or belong to another account or subaccount.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Somebody else is changing this at Twilio at the same time. Try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio did not accept a value. Correct it and try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio is asked too much at once. Try again in a moment.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio has a problem. Try again later.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio is not available now. Try again later.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio did not accept a webhook address or its method. Check the address.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio does not accept a fallback address without a main address. Set both.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A Twilio trial account cannot do this. Upgrade the account in the Twilio Console.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio says this is no phone number. Check its digits.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This number is no longer available. Choose another one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is no area code. Enter another one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There are no numbers in this area code now. Choose another one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio wants a local address for this number. Add one in the Twilio Console.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio wants an address for this number. Add one in the Twilio Console.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio wants a regulatory bundle for this number. Create one in the Twilio Console.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The regulatory bundle does not fit this number. Check it in the Twilio Console.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio wants an identity document for this number. Add one in the Twilio Console.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A trial account may text verified numbers only. Verify the number or upgrade the account in the Twilio Console.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Calls to this country are switched off in the account's geographic permissions. Switch them on in the Twilio Console.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Text messages to this country are switched off in the account's geographic permissions. Switch them on in the Twilio Console.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The number is in this Messaging Service already. Nothing has to be done.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The number is in another Messaging Service. Take it out there first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The number is not registered for A2P 10DLC, so text messages to the US are blocked. Register it in the Twilio Console.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The toll-free number is not verified, so text messages are blocked. Verify it in the Twilio Console.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio did not accept the request.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio does not allow this with these credentials.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio does not have this in this account.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio gave an unexpected answer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Twilio says: “%1”</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::twilio::IncomingNumbers</name>
    <message>
        <source>%1 is not in the Twilio account %2. Check the number, or choose the account or subaccount that owns it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is not the SID of a phone number at Twilio. Nothing was sent.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::workspace::Diagnostics</name>
    <message>
        <source>The diagnostics could not be saved to %1: %2. Choose another place.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::workspace::LogFile</name>
    <message>
        <source>The log cannot be written in %1: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the folder cannot be made.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::workspace::Practice</name>
    <message>
        <source>Another program is practising in “%1”, but cannot be joined. Close it, or choose another folder with --profile.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Practice mode could not be started: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::workspace::Profile</name>
    <message>
        <source>The profile folder %1 cannot be used: %2 Choose another folder, or change its permissions.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The folder %1 holds real work, so practice mode does not use it. Choose another folder for practising.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The folder %1 holds a practice profile. Choose another folder for real work, or start in practice mode.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>there is a file of that name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it cannot be created.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it cannot be written (%1).</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::workspace::Settings</name>
    <message>
        <source>The settings in %1 cannot be read: %2. Defaults are used, and changes are not saved until the file can be read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The settings could not be saved to %1: %2. The old ones are still there. Make room on the disk or mend the folder's permissions; the next change saves again.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>numbers::workspace::Workspace</name>
    <message>
        <source>No certificate could be read from “%1”. Choose a PEM file in Preferences &gt; Network.</source>
        <translation type="unfinished" />
    </message>
</context>
</TS>
