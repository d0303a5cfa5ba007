#include "base/nixflexkey.h"

#include "base/knownsecrets.h"
#include "base/pastedtext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <string>

using namespace Qt::StringLiterals;

namespace numbers {

namespace {

struct KeyText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::NixflexKey)
};

QString withoutDecoration(const QString &text)
{
    QString compact = withoutPasteMarks(text);
    if (compact.startsWith("Bearer"_L1, Qt::CaseInsensitive)) {
        compact = withoutPasteMarks(compact.mid(6));
    }
    return compact;
}

const QRegularExpression &shape()
{
    static const QRegularExpression expression(u"\\A(nxf_[a-z0-9]+):(nxfs_[a-z0-9]+)\\z"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    return expression;
}

} // namespace

Result<NixflexKey> NixflexKey::parse(const QString &text)
{
    const QString compact = withoutDecoration(text);
    const auto match = shape().match(compact);
    if (!match.hasMatch()) {
        const InputCheck check = checkNixflexKey(text);
        return failure(
            Error::make(Error::Kind::Invalid, check.message.isEmpty()
                                                  ? KeyText::tr("Enter the Nixflex API key: nxf_…:nxfs_…")
                                                  : check.message));
    }
    NixflexKey key;
    key.m_keyId = match.captured(1);
    key.m_secret = std::make_shared<const SecretString>(SecretString::fromText(match.captured(2)));
    keepOutOfTexts(*key.m_secret);
    return key;
}

bool operator==(const NixflexKey &one, const NixflexKey &other)
{
    return one.m_keyId == other.m_keyId &&
           (one.m_secret == other.m_secret ||
            (one.m_secret && other.m_secret && *one.m_secret == *other.m_secret));
}

SecretString NixflexKey::joined() const
{
    if (isNull()) {
        return {};
    }
    const std::string publicHalf = m_keyId.toStdString() + ':';
    return SecretString::joined({publicHalf, m_secret->reveal()});
}

InputCheck checkNixflexKey(const QString &text)
{
    const QString compact = withoutDecoration(text);
    if (compact.isEmpty()) {
        return {};
    }
    if (shape().match(compact).hasMatch()) {
        if (compact != text) {
            return {InputCheck::Verdict::Fixable,
                    KeyText::tr("There are blanks, quotes or other text around this key."), compact};
        }
        return {InputCheck::Verdict::Good, {}, {}};
    }
    const QString prefix = u"nxf_"_s;
    if (compact.startsWith("nxfs_"_L1, Qt::CaseInsensitive)) {
        return {InputCheck::Verdict::Wrong,
                KeyText::tr("This is only the secret half. Enter both halves: nxf_…:nxfs_…"),
                {}};
    }
    if (!compact.startsWith(prefix.left(compact.size()), Qt::CaseInsensitive)) {
        return {InputCheck::Verdict::Wrong, KeyText::tr("A Nixflex API key starts with nxf_."), {}};
    }
    if (!compact.contains(u':')) {
        return {InputCheck::Verdict::Incomplete,
                KeyText::tr(
                    "The secret half is missing. Enter both halves with a colon between them: nxf_…:nxfs_…"),
                {}};
    }
    const QString secretHalf = compact.section(u':', 1);
    const QString secretPrefix = u"nxfs_"_s;
    if (secretHalf.startsWith(secretPrefix, Qt::CaseInsensitive)
            ? secretHalf.size() == secretPrefix.size()
            : secretPrefix.startsWith(secretHalf, Qt::CaseInsensitive)) {
        return {InputCheck::Verdict::Incomplete, KeyText::tr("The secret half is not complete yet."), {}};
    }
    return {InputCheck::Verdict::Wrong,
            KeyText::tr("A Nixflex API key has two halves, letters and digits only: nxf_…:nxfs_…"),
            {}};
}

} // namespace numbers
