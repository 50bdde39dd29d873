import type { HistoryMessageWords } from '../catalogue.ts'

/** What the main process says of the history with names, in Chinese. */
export const historyMessages: HistoryMessageWords<'other'> = {
  'history-off': '含姓名的历史记录未开启。请先开启。',
  'history-on-already': '含姓名的历史记录已经开启。',
  'history-locked': '姓名已锁定。请解锁。',
  'purge-unfinished':
    '删除的内容已不在任何清单中，但其文字仍留在文件里：另一个程序正在读取该文件。CareSheet 会自动重试；请关闭正在使用该文件的程序。',
  'history-not-purged': '过期的记录没有删除。{{why}}',
  'history-day-set-right':
    'history.db 中记下的最晚日期不可能正确，因此没有按它删除任何记录。旧记录按这台电脑的日期删除：请核对日期是否正确，并请技术人员检查磁盘。',
  'history-days-damaged_other':
    '有 {{count}} 条记录的日期在磁盘上已损坏，因此过期后也不会删除。请解锁姓名：解锁后会从记录中读出真实日期。请联系技术人员检查磁盘。',
  'history-busy': '含姓名的历史记录正在打开，请稍候。',
  'history-damaged':
    '含姓名的历史记录在磁盘上已损坏，或在 CareSheet 之外被改动。请重新打开 CareSheet 并解锁姓名，完好的内容会被找回。如果仍不行，请先把 history.db 复制到安全的地方，再在“发放记录”的“历史记录（含姓名）”中点“彻底删除全部姓名…”，然后重新开启。',
  'history-salvaged': 'history.db 文件已损坏。仍能读取的部分已找回。请解锁姓名，查看找回了多少。',
  'history-aside-kept':
    '另存的文件保留为 {{files}}；一旦有告知单被删除，或生成了新的恢复码，该文件也一并删除，最多保留 {{days}} 天。',
  'history-gone':
    '含姓名的历史记录不见了：之前已经开启，但 history.db 文件缺失或为空。在此期间，告知单不会连同姓名保存。如果能找到该文件，请关闭 CareSheet 后放回原处；如果找不到，请在“发放记录”的“历史记录（含姓名）”中点“彻底删除全部姓名…”，然后重新开启。',
  'history-gone-journal':
    '含姓名的历史记录不见了：history.db 文件缺失或为空。在此期间，告知单不会连同姓名保存。其日志文件 {{file}} 仍在原处，其中可能有告知单，请不要移动它。请联系技术人员在关闭 CareSheet 后把 history.db 放回它旁边；如果做不到，请在“发放记录”的“历史记录（含姓名）”中点“彻底删除全部姓名…”，然后重新开启。',
  'history-unreadable':
    '含姓名的历史记录无法打开：history.db 文件严重损坏，密钥已无法读取，而且该文件从不备份。在此期间，告知单不会连同姓名保存。如果要请人尝试读取，请先关闭 CareSheet，并把 {{file}} 及所有文件名以此开头的文件复制到安全的地方。然后在“发放记录”的“历史记录（含姓名）”中点“彻底删除全部姓名…”（该文件会被删除），再重新开启。',
  'history-removed':
    'CareSheet 运行时，文件 history.db 或其日志文件被其他程序移走了。该文件已连同全部内容放回原处，没有丢失任何内容。请联系技术人员查明是哪个程序。',
  'history-replaced':
    'CareSheet 运行时，其他程序用另一个文件替换了 history.db 或其日志文件。CareSheet 已把自己的文件连同全部内容放回原处，没有因此丢失任何内容。请联系技术人员查明是哪个程序。',
  'history-back': 'CareSheet 启动时缺失的含姓名的历史记录又出现了，已保持原样。请解锁。',
  'history-asides-left':
    '有旧姓名未能删除：另存的历史记录 {{files}} 既无法删除，也无法清空。下次删除或下次启动时 CareSheet 会再试；请关闭正在使用该文件的程序，或手动删除该文件。',
  'history-healed':
    '含姓名的历史记录在磁盘上已损坏，或在 CareSheet 之外被改动。原有最多 {{most}} 份，其中 {{readable}} 份仍可读取。无法读取的不显示，保存期满后删除。',
  'history-healed-unlisted':
    '含姓名的历史记录在磁盘上已损坏，或在 CareSheet 之外被改动。文件中找到 {{found}} 份，其中 {{readable}} 份仍可读取；是否还有更多无法得知。无法读取的不显示，保存期满后删除。',
  'history-index-mended':
    'history.db 中用来查找告知单的部分已损坏，有些本该删除的姓名可能还在。该部分已重建，没有丢失任何告知单。磁盘可能正在出故障，请联系技术人员检查。',
  'history-closed': '{{why}}姓名不显示；告知单仍可打印。',
  'history-record-gone': '这份告知单已不在含姓名的历史记录中，或在磁盘上已损坏。',
  'history-pdf-damaged':
    '这份告知单的 PDF 在磁盘上已损坏，无法再次原样发放。其余内容仍可读取：请用这些原因新建一份告知单，并询问需要询问的内容。',
  'history-names-differ': '这些告知单的姓名不完全相同，因此没有进行任何操作。请重新打开列表。',
  'what-history-write': '含姓名的历史记录没有更改',
  'what-code-write': '没有生成新的恢复码，原恢复码仍可解锁姓名',
  'code-replaced': '这个恢复码已不能解锁姓名。请重新生成。',
  'logged-without-name': '这份告知单已写入发放清单。',
  'not-kept-with-names':
    '当时姓名已锁定，因此没有写入含姓名的历史记录。如要写入，请先解锁，并在下一位患者之前再保存一次这份告知单。',
  'not-in-history': '这份告知单没有写入含姓名的历史记录。{{why}}',
  'retest-beyond-history':
    '含姓名的历史记录只保留这份告知单到 {{last}}，因此 {{day}} 的复查不会在那里显示为逾期。可在“设置”的“记录”中增加天数。',
  'keystore-none': '这台电脑没有可以保管密钥的密钥库（例如 GNOME Keyring 或 KWallet）。请改用口令。',
  'keystore-closed': '这台电脑的密钥库无法使用。请解锁密钥库并重新打开 CareSheet，或改用口令。',
  'keystore-lost': '这台电脑的密钥库已无法解锁姓名。请使用恢复码。',
  'history-key-damaged':
    '含姓名的历史记录的密钥在磁盘上已损坏，或在 CareSheet 之外被改动，因此姓名仍然锁定；没有删除任何姓名。请使用恢复码。',
  'pin-shape': '请设置 4 到 12 位数字的 PIN 码。',
  'passphrase-short': '请设置至少 12 个字符的口令，例如四个词的拼音。',
  'passphrase-long': '请设置不超过 200 个字符的口令。',
  'file-passphrase-shape': '请设置 12 到 99 个字符的口令，只用英文字母、数字、空格和符号，例如四个词的拼音。',
  'secret-wrong': '未能解锁姓名。请再试一次。',
  'clock-back': '这台电脑的时钟显示 {{today}}，但它曾显示过 {{latest}}。请校正时钟：旧记录按较晚的日期删除。',
  'secret-too-soon_other': '尝试次数过多。请等待 {{count}} 分钟。',
}
