import type { Category } from '../flag';

/**
 * Words by which a line that was found is told to be of one category rather than another. Broad on purpose: a cue never flags
 * anything; how much each is worth is learned with the model. Each cue is the source of a regular expression, matched
 * without regard to case. Written from the categories' definitions and the sets A, B, E, F and H.
 */
export const CATEGORY_CUES: Record<Category, readonly string[]> = {
  'premature-solution': [
    // show
    '\\b(?:demo\\w*|show(?:ed|ing)? (?:them|him|her|the|off)|screen ?shar\\w+|video|deck|slides?|fireworks|dashboard\\w*|pitch\\w*|walk(?:ed)? (?:them|him|her) through|present(?:ed|ation|ing)?|play(?:ed)? the|brochure|product (?:tour|sheet)|data ?sheet|flashy|mock-?up|prototype|3d|live environment|sandbox)\\b',
    // propose
    "\\b(?:propos(?:e|ed|al|als|ing)|quot(?:e|ed|ing)|scope[ds]?|scoping|sow|bom|spec(?:'?d|ced|s)?|sizing|sized|offer(?:ed)?|solution\\w*|architecture|design(?:ed)?|sketch\\w*|blueprint|roadmap|recommend\\w*|suggest\\w*|prescrib\\w*|our (?:\\w+ )?(?:module|platform|collector|gateway|box|tool|product|suite|agent|service|station|kit|thing|stack|system|app|model|package|lakehouse))\\b",
    // before
    "\\b(?:before (?:he|she|they)(?:'d|'s| had| has|'ve| have)? (?:finish\\w*|done|got|said|explain\\w*|describ\\w*)|haven'?t (?:seen|looked|asked|measured|heard)|hadn'?t (?:seen|asked|finished)|not (?:a single|one) |no (?:idea|evidence|data|measurement)|already (?:got|have|had|told|know|drew|wrote|calling)|regardless|whatever (?:the|they|it)|either way|no matter|don'?t need to know|straight (?:to|into)|jump(?:ed)?|skip(?:ped)? (?:the )?(?:discovery|diagnosis|questions|rest)|can wait|after lunch|doesn'?t matter|first (?:ten )?min\\w*|five minutes in|interrupt\\w*|cut (?:him|her|them) off)\\b",
    // steer
    '\\b(?:steer\\w*|bend|turn (?:the talk|every|it|everything)|bring (?:it|everything|the talk|him|her|them) (?:back )?(?:to|round)|back to (?:it|our|us|the)|lead(?:s|ing)? (?:with|back|to)|point(?:ed|s)? (?:to|at) (?:our|us)|home turf|talk(?:ed)? about .{0,25} instead|rather talk|had better be|story|fit(?:s)? (?:the|our)|exactly (?:the|what)|hole|plugs?|fix(?:es)?|would (?:fix|solve)|solves?|answer is|is the answer|what (?:they|you) need|needs? (?:our|a|an|us)|just what)\\b',
  ],
  'feature-pitch': [
    // super
    '\\b(?:best|only (?:one|ones|bootloader|vendor|product|tool|platform|team|supplier|people)|no(?:body| one) (?:else|on|out there|comes|in the|can|does)|no (?:tool|other|product|vendor|platform)|number one|no\\.? ?1|leading|leader|unique\\w*|unmatched|unrivall?ed|unbeat\\w+|world[- ]class|first[- ]class|state of the art|cutting[- ]edge|next[- ]gen\\w*|game[- ]chang\\w+|revolution\\w*|magic\\w*|miracle|fastest|smartest|easiest|most (?:advanced|secure|powerful|complete)|light years|miles? ahead|a mile of|gold standard|second to none|simply|ever done|on the planet|on earth|on the market|in the world)\\b',
    // claim
    "\\b(?:our (?:\\w+ ){0,3}(?:is|are|does|do|runs|finds|spots|catches|makes|handles|learns|pays|will|can|never|just|simply|basically)|ours (?:is|was|does|isn'?t|will|can|just)|it (?:basically|just|simply) |guarantee\\w*|promis\\w+|never (?:fails?|goes|breaks|lost)|zero (?:downtime|risk|effort|touch)|100 ?%|pays (?:for itself|back)|in (?:minutes|a day|one click)|one click|out of the box|end to end|round the clock|24/7|all-in-one|single pane|seamless\\w*|effortless\\w*|turn-?key|future-?proof|ai[- ](?:powered|driven|native)|born with|robust|scal(?:able|es)|enterprise[- ]grade|bulletproof|peace of mind|sleep(?:ing)? through|we become|the eyes|as good as it gets|does it all|everything (?:they|you) need|works? (?:everywhere|anywhere)|never (?:see|worry)|weeks? out|no (?:effort|training|downtime))\\b",
  ],
  pressure: [
    // deadline
    '\\b(?:deadline|by (?:mon|tue|wed|thu|fri|sat|sun|next|end|the end|close|noon|tomorrow|jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec|easter|christmas)\\w*|before (?:the )?(?:\\d+|jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec|year|end|christmas|easter|summer|winter)\\w*|until (?:mon|tue|wed|thu|fri|end|the)\\w*|expir\\w+|valid|runs? out|end of (?:the )?(?:month|week|quarter|year|support)|last (?:safe |possible |chance|slot|day|call|one)|next (?:call|window|chance)|(?:in )?(?:20[2-3]\\d)|countdown|date(?:s)?|this (?:week|month)|weeks? left|days? left|\\d+ days)\\b',
    // scarce
    "\\b(?:slots?|only (?:free|two|three|one|\\d|in)|few (?:left|places)|nearly full|full up|queue|waiting list|wait-?list|capacity|crew|team is|wave|batch|another (?:club|client|customer|buyer|firm)|someone else|others? (?:want|are|waiting)|exclusive\\w*|limited|scarc\\w*|places?|seats? left|can'?t (?:say|promise|hold|guarantee) when|hold(?:ing)? (?:it|the|that)|keep (?:the|a|it) (?:slot|warm)|free in|booked (?:out|up)|going fast|gone)\\b",
    // price rise
    '\\b(?:price(?:s)? (?:go\\w*|ris\\w+|increas\\w+|up|jump\\w*)|goes up|go up|going up|uplift|discount|(?:\\d+ ?%|percent) (?:off|if|until)|offer (?:ends|stands|dies|holds)|this (?:price|rate)|old (?:price|rate)|special|waive.{0,20}if|sweeten\\w*|early bird|before the price|dearer)\\b',
    // loss
    '\\b(?:each|every|per|a) (?:day|week|month|hour|year|minute|night|quarter)\\b|\\b(?:cost of (?:delay|waiting|doing)|up in smoke|losing|lose|bleed\\w*|burn\\w*|down the drain|while (?:they|he|she|you) wait|waiting|delay\\w*|wait\\b|fine(?:s|d)?\\b|penalt\\w+|audit\\w*|regulator|insurer|inspection|tick(?:ing|s)?|clock|too late|left behind|competitors? (?:are|is|will)|miss(?:ing|es)? (?:the|out)|fomo|without a (?:net|backup)|playing with|luck\\w*|driving|risk\\w*)\\b',
    // urge
    "\\b(?:urgen\\w+|hurry|rush|now or|asap|right now|tonight|today|immediately|don'?t wait|can'?t wait|won'?t wait|act (?:now|fast)|pressure|press\\b|lean(?:ing)?|squeez\\w+|push(?:ing)?|nudg\\w+|remind\\w*|keep (?:saying|coming|steering) (?:back )?to|subject line|turn(?:ed)? up the heat|heat|alarm\\w*|panic|burning platform|concentrates?|bring it up|hint\\w*)\\b",
    // season
    '\\b(?:spring|summer|autumn|winter|easter|christmas|season|rain|new year|budget year|fiscal|31 \\w+|30 \\w+|1 \\w{3,4}\\b|jan|feb|march|april|june|july|august|sept?|oct|nov|dec)\\b',
  ],
  closing: [
    // sign
    '\\b(?:sign(?:s|ed|ing)?|signature|sig|countersign\\w*|ink|scribble|pen|order form|(?:a |the )?po\\b|purchase order|contract(?:s)?|paper(?:ed)?|paperwork|docusign|loi|letter of intent|sow|terms|dotted line|order)\\b',
    // start
    '\\b(?:kick-?off|start(?:s|ing)? (?:date|on|jan|in|\\d)|go-?live|onboarding|calendar|diary|pencil(?:led|ed)?|book(?:ed)? (?:the|it|in|a|them)|invite|project (?:plan|team|code)|supplier no|vendor (?:form|number|portal)|day one|implementation|roll-?out|schedul\\w+|welcome)\\b',
    // assume
    "\\b(?:assum\\w+|as good as|that'?s a yes|in the bag|in the bank|(?:he|she|they)(?:'s|'re| is| are) (?:mine|ours|in|sold|on board|hooked|done|there|already)|already|treat(?:ed)? (?:it|this|that)? ?as|formality|done deal|won|just (?:a )?(?:nod|formality|paperwork|need)|all but|nod\\b|verbal\\w*|handshake|yes\\b|agreed in principle|commit\\w*|decided|decision|settled|foregone|mine\\b|spending it|when,? not if|not if|when we start|once (?:we|they) (?:start|sign)|next step is|downhill|is sold)\\b",
    // either or
    "\\b(?:don'?t ask if|ask (?:whether|which)|(?:or|vs\\.?) (?:wk|week|tuesday|thursday|the \\d)|wk \\d+ or|either|which of the two|option a or|this week or next|card or invoice|shall we|monthly or|both end in|two dates|a or b|alternative)\\b",
    // lock
    "\\b(?:lock(?:s|ed)?(?:-in| in)?|auto-?(?:extend|renew)\\w*|renew\\w*|min(?:imum)? term|(?:two|three|five|[2-5])[- ]?(?:yr|year)s?|break clause|notice|exit|rip it out|undo|back out|stick\\w*|switch(?:ing)? cost|leaving us|hard to (?:leave|stop|undo|say no)|can'?t (?:go back|stop|leave)|dependen\\w+|prepay|deposit|credits?|trap|hook\\w*|nightmare|tied?)\\b",
    // trial
    '\\b(?:pilot|trial|poc|proof of concept|free (?:month|period)|try it|test(?:ed)? the|would you (?:start|sign|buy|go)|if (?:i|we) (?:could|can|get|fix|solve)|what would it take|trial close|ask(?:ed)? for the|temperature|are you ready|ready to|move forward|go ahead|proceed)\\b',
    // their paper
    "\\b(?:board (?:paper|page)|sole source|(?:draft|write|fill(?:ed)?) (?:in )?(?:it|their|the|his|her)|prefill\\w*|filled in|typed in|planning|only (?:got|have) to|so (?:they|he|she)(?:'ve| have)? only|template|ready to send|goes in as is|all that'?s left|one click)\\b",
  ],
  quota: [
    // number
    "\\b(?:quota|target(?:s)?|commission|accelerator|forecast|(?:my|our|the) (?:number|numbers|quarter|month|year|half|q[1-4]|h[12]|bonus|boss|manager|pipeline|figures?|plan|share|cut)|(?:my|our) (?:whole )?(?:q[1-4]|h[12]|half year)|q[1-4]\\b|quarter|half[- ]year|revenue|turnover|arr|mrr|acv|tcv|booking(?:s)?|deal|pipeline|winnable|win\\b|won\\b|lose (?:it|this|the)|leader ?board|president'?s club|hit (?:the|my|our)|over the line|counts? (?:towards|for)|closes? (?:my|our|the) (?:gap|quarter|year)|makes? my|pay(?:s)? (?:off|for)|boat|ring\\w* the bell)\\b",
    // upsell
    '\\b(?:upsell\\w*|up-sell\\w*|cross-?sell\\w*|expan(?:d|sion)\\w*|add-?ons?|bundle[ds]?|bigger|larger|upgrade\\w*|premium|platinum|gold|enterprise|suite|modules?|extra|more (?:seats|licen[cs]es|sites|users)|licen[cs]es?|seats|attach|land and|grow (?:it|the|this|from)|phase (?:2|two|3)|sister|other (?:sites|plants|depots|branches|departments)|group-?wide|roll(?:ed)? out to|everything else|on top|retainer|managed service|support contract|maintenance|full (?:package|suite)|whole (?:lot|package|estate)|all of it|headroom|overs(?:ize|izing)|size (?:it|them)|quote (?:\\d+|them|it)|\\d+ usable)\\b',
    // foot
    '\\b(?:foot in (?:the )?door|door[- ]opener|wedge|toe in|beach ?head|land (?:it|first|small)|loss leader|at cost|no margin|next to no margin|earn it back|make it back|hang off|leads? to|lead(?:s)? straight|opens? the door|entry|start small|thin end)\\b',
    // for us
    "\\b(?:(?:nothing|little|not much|something|more|what'?s) (?:in it |left )?for (?:us|me)|in it for|for us\\b|worth .{0,12}to us|margin\\w*|day ?rates?|billable|days for us|money|the prize|ticket|fat|juicy|gold ?mine|cash|invoice\\w*|hourly|profit\\w*|our take|comes out at|not (?:getting out of bed|worth)|\\d+ ?k job|budget (?:left|is|of)|spend|wallet share|account plan|share of wallet|lifetime|annual value|big(?:gest)? (?:one|fish|ticket)|whale|small(?:er)? (?:one|fish|job)|half a day|free work|wait(?:ing)? list|reminder)\\b",
  ],
  'objection-combat': [
    // doubt
    '\\b(?:scepti\\w+|skepti\\w+|block(?:er|ing|s)?|awkward|objection\\w*|object(?:s|ed)|concern\\w*|worr(?:y|ies|ied)|doubt\\w*|resist\\w*|convinc\\w+|refus\\w+|push(?:es|ed|ing)? ?back|pushback|hesita\\w+|brakes?|gatekeep\\w*|stall\\w*|reluctan\\w+|nay-?sayer|difficult|fuss\\w*|grumbl\\w*|moan\\w*|nitpick\\w*|veto\\w*|sink (?:this|it)|kill(?:ed)? (?:it|this)|roadblock|obstacle|hurdle|against it|opposed|problem child|wobbl\\w*|cold feet|nerves|cautious|complain\\w*|union|works council|no-sayer|thorn|drags?|negative)\\b',
    // said no
    "\\b(?:said no|says no|(?:a|his|her|their|the) no\\b|not (?:interested|now|yet|this (?:year|fiscal|quarter)|needed|before)|don'?t need|doesn'?t need|doesn'?t (?:see|want|like)|don'?t (?:see|want|like)|won'?t (?:let|have|budge|sign)|would(?:n'?t| rather)|wants? to (?:wait|think|try)|prefers?|already have|too (?:expensive|dear|early|much|big)|no budget|happy with|just looking|maybe (?:look|later|next)|need to think|must ask|in (?:q[1-4]|spring|autumn|the new year))\\b",
    // handle
    '\\b(?:handl\\w+|overcom\\w+|get (?:a)?round|go (?:a)?round|going (?:a)?round|work (?:a)?round|(?:a)?round (?:him|her|them)|go over|go above|over (?:his|her|their) heads?|from the top|outranks?|bypass\\w*|circumvent\\w*|neutrali[sz]\\w*|defus\\w+|disarm\\w*|wear (?:him|her|them|\\w+) (?:down|out)|chip(?:ped|ping)? away|grind|overrul\\w+|brush(?:ed)? (?:it |that |him |her |off)|dodg\\w+|duck(?:ed)?|park(?:ed)?|sidestep\\w*|side-step\\w*|deflect\\w*|parr(?:y|ied)|turn(?:ed)? (?:that|it|this) (?:a)?round|counter(?:ed)?|come ?back|rebut\\w*|fob\\w*|shut (?:him|her|it|them|that) (?:down|up)|steamroll\\w*|isolat\\w+|sidelin\\w+|shelv\\w+|kill(?:ed)? (?:that|the) (?:question|idea|objection)|squash\\w*|smooth(?:ed)? over|reassur\\w+|talk(?:ed)? (?:him|her|them|over|past|through|\\w+) (?:down|out|round)?|ready answer|answer ready|stock answer|soften|loosen\\w*|melt|crack|break (?:him|her|them)|swat\\w*|bat(?:ted)? (?:it|that) away|laugh(?:ed)? (?:it|that) off|wav(?:e|ed) (?:it|that) (?:off|away)|change(?:d)? (?:the )?subject|moved? on|moving on|next (?:slide|question|topic)|on we go|tick)\\b',
    // wait out
    "\\b(?:wait (?:it |him |her |them |this )?out|until (?:he|she|they) (?:gives?|cave|fold|tires?|drops?|goes?|leaves?)|will (?:fold|cave|crumble|come (?:a)?round|calm down|give (?:in|up)|forget)|(?:he|she|they)(?:'?ll| will) (?:fold|cave|come (?:a)?round|get over|give in|soften|drop it|forget|see sense|crack|tire|by the time)|she will\\b|he will\\b|retires?|on leave|on holiday|away|maternity|sick|up a tower|runs? out of steam|sleep on|dry\\b|keep (?:calling|ringing|asking|pushing|at (?:it|him|her))|try again|again and again|ask again|until (?:i|we) get)\\b",
    // without
    "\\b(?:without (?:him|her|them|[a-z]+ (?:there|in the room|knowing|on the call|around))|on (?:his|her|their|its) own|alone|one[- ]to[- ]one|1:1|separate\\w*|not (?:invite|copy|cc)|not invited|un-?invite|leave (?:him|her|them) (?:off|out)|(?:him|her) off the|out of (?:the room|earshot|the loop|the way)|before (?:he|she|they) (?:talks?|gets?|speaks?|rings?|can)|catch (?:him|her|them)|keep (?:him|her|them|\\w+) (?:away|out|off|busy|warm)|don'?t leave them|skip (?:him|her|them)|behind)\\b",
    // is just
    "\\b(?:(?:that'?s |it'?s |is |are )?just (?:nerves|noise|a|an|looking|playing|posturing|scared|talk)|only (?:a|an|being|playing|means)|means? (?:yes|not|convince|nobody|he hasn'?t)|isn'?t (?:a|really a) no|not a (?:real )?no|nobody just|hiding behind|excuse\\w*|posturing|smokescreen|red herring|reflex|what (?:people|they all) say|(?:they|he|she) always (?:says?)|nothing left)\\b",
    // asked moved
    '\\b(?:asked?|asks|raised|raises|wants? to know|brought up|came back to|question)\\b.{0,70}(?:\\b(?:said|told|parked|promised?|dodged|moved|gave|waved|laughed|smiled|skipped|word|send|later|tomorrow|offline|answer)\\b|->|→)',
    // higher
    '\\b(?:(?:his|her|their) (?:boss|ceo|manager|chief)|boss|above (?:him|her)|upstairs|higher up|reports? to|ceo listening|go (?:straight )?to|sponsor|purse|wallet|holds the|signs? (?:it|off))\\b',
  ],
  'leading-question': [
    // tag
    "\\b(?:wouldn'?t (?:you|it|that|they|he|she)|don'?t you|isn'?t (?:it|that)|aren'?t (?:you|they)|right\\?|surely|agree\\b|wouldn'?t you say|don'?t (?:they|we)|couldn'?t|can'?t you|do you really|would you (?:rather|not|say|want)|so (?:you'?d|you would|you'?re saying|basically)|(?:if|that) (?:he|she|they)'?d|how (?:much )?(?:worse|bad|nice|good|great)|how would it feel|what if|what would it mean|what'?s .{0,30} worth|who wouldn'?t|can you afford|is it fair to say|safe to say|imagine)\\b",
    // build
    "\\b(?:ask(?:ed)?|question|asks|asking)\\b.{0,60}\\b(?:so that|until|only (?:one )?answer|one answer|yes|expect\\w*|wants?|get (?:him|her|them) to|he'?d|she'?d|has to|can only|lead\\w*|loaded|fish\\w*|rhetoric\\w*|innocent)\\b",
    // mark
    '\\?',
  ],
  flattery: [
    // gift
    '\\b(?:gift\\w*|present\\b|flowers?|whisky|whiskey|wine|gin\\b|bottle|champagne|chocolates?|cake|hamper|voucher|tickets?|seats? at|box at|opera|concert|match|game|golf\\w*|football|tennis|rugby|cricket|regatta|grand prix|hospitality|lunch\\w*|dinner\\w*|drinks?|beer\\w*|coffee|breakfast|restaurant|meal|treat|on (?:us|me)|our (?:tab|treat|card)|birthday|christmas card|card\\b|wife|husband|kids?|daughter|son|dog|trip|tour|jolly|weekend|conference|keynote|speaker slot|award|party|sponsor\\w*|donat\\w+|jersey|shirt|swag|goodies|favou?rs?)\\b',
    // praise
    "\\b(?:compliment\\w*|prais\\w+|flatter\\w*|gush\\w*|admir\\w+|brilliant|genius|clever\\w*|impress\\w*|amaz\\w+|fantastic|wonderful|outstanding|rare\\w*|sharp(?:ly)?|best (?:talk|of the year|run|team|i'?ve|we'?ve)|never (?:met|seen|worked with)|so (?:few|good|rare)|nobody .{0,20}like (?:him|her|you)|like (?:him|her|you) (?:do|does)|love(?:d)? (?:his|her|their|your|the)|congrat\\w*|fan of|butter\\w*|suck\\w* up|charm\\w*|schmooz\\w*|glow\\w*|blush\\w*|beam\\w*|he'?ll like that|she'?ll like that|liked (?:that|it|very)|talk at|linkedin|post|article|quote it back|book\\b|villa|laugh(?:ed)? at (?:his|her)|told (?:him|her|them) (?:how|that) (?:smart|good|great|much)|joy|honou?r\\w*|privilege|delight\\w*|thrill\\w*)\\b",
    // beg
    '\\b(?:sorry|apolog\\w+|taking (?:up )?(?:your|his|her|their) time|precious time|busy (?:as|man|woman|person)|grateful|thank(?:s|ed|ful)?|beg\\w*|please|plead\\w*|pretty please|just (?:five|ten|15|20) min\\w*|crumbs?|anything (?:they|he|she) wants?|whatever (?:they|he|she|you) (?:want|need|say)|at (?:his|her|their|your) (?:disposal|convenience)|grovel\\w*|humbl\\w*|bother\\w*|for free|no charge|throw in|free (?:of charge)|costs nothing|ties? (?:him|her|them) in|rude|owe|agreed with everything|nod(?:ded)? along)\\b',
  ],
  disparage: [
    // rival
    '\\b(?:competitor\\w*|competition|incumbent|the (?:other|others|rest|swedish|american|german|big|cheap)|rival\\w*|vendor|supplier|reseller|integrator|msp|theirs|those (?:people|guys|lot)|that lot|(?:their|his|her) (?:present|current|existing|old|own)|lot are|they (?:took|bought)|open source|oracle|sap|ibm|cisco|aws|in-?house|home-?grown|home-?made|diy|scripts?|spreadsheets?|excel|access|internal team|own team|it dept|their it|contractor|freelancer|agency)\\b',
    // bad
    "\\b(?:toy|toys|dinosaurs?|box shift\\w*|abandon\\w*|dead|dying|cheap(?:o|skate)?|amateur\\w*|cowboy\\w*|joke|mess|bodge\\w*|junk|rubbish|garbage|crap|shaky|flaky|unreliable|outdated|obsolete|legacy|ancient|antique|museum|stone age|past it|kindergarten|hobby\\w*|clown\\w*|sinking|bankrupt\\w*|bust|insolven\\w+|layoffs?|laid off|lawsuit|sued|outage|fire\\b|breach|nickel and dime|bait|rip-?off|overpriced|never (?:put|lift|answer|pick)|don'?t (?:lift|answer|pick)|can'?t even|nobody (?:serious|uses|there)|no(?:body)? longer|slide factor\\w+|bolted|lipstick|house of cards|torn down|polishing|old product|villain\\w*|danger|daft|naive|waste|useless|second[- ]rate|copycat|wannabe|slow(?:est)?|disaster|horror stor\\w+|rumou?r\\w*|falling apart|rust\\w*|cardboard)\\b",
    // drop
    '\\b(?:let (?:it |that )?slip|drop(?:ped)? (?:it|in|a|that|hints?)|plant(?:ed)? (?:the|a) (?:seed|doubt)|sow\\w*|seed|poison\\w*|paint (?:him|her|them|it)|make .{0,25} look (?:like|small|old|silly)|whose|called? (?:the|it|them|their)|rubbish(?:ed)?|trash(?:ed)?|bad[- ]?mouth\\w*|knock(?:ed)?|ran? down|take a dig|snigger\\w*|mock\\w*|laughed about|shot down|tore (?:into|apart)|link in chat|soft word|rolled theirs back)\\b',
  ],
  'social-proof': [
    // ref
    "\\b(?:refs?|reference[sd]?|logos?|case stud(?:y|ies)|testimonial\\w*|success stor\\w+|customers? like|clients? like|like (?:you|them|theirs)|similar (?:client|firm|compan)\\w*|(?:other|two|three|four|\\d+) (?:\\w+ )?(?:clients|customers|hospitals|banks|hotels|plants|firms|agencies|schools|ports|brewer\\w+|utilit\\w+|chains|towns|cities|councils|clubs|airports|helpline|universities)|average client|installed base|user (?:day|group|conference)|everyone (?:is|in|else)|everybody|half the (?:sector|industry|market)|the whole (?:sector|industry)|market leader|gartner|forrester|analyst\\w*|magic quadrant|award\\w*|press|nobody'?s? (?:ever )?(?:been )?(?:sacked|fired))\\b",
    // name
    "\\b(?:name-?drop\\w*|drop(?:ped)? (?:in )?(?:the )?(?:names?|[a-z]+ and [a-z]+|that the)|mention(?:ed)? (?:the|that|[a-z]+ and)|got .{0,30} in twice|swears? by|went live|were (?:all )?live|live in|already (?:use|uses|using|run|runs|on)|run(?:s)? (?:on )?us|use(?:s)? us|trust(?:s)? us|chose us|switched to us|did it|we'?ve done|worked for|neighbou?r\\w*|next door|down the road|(?:his|her|their) (?:peers?|old (?:firm|employer|boss))|heard of|plant tour|site visit|wall of|list of (?:agencies|names|clients)|twice his size|sat up|dress up|the big \\w+|the \\w+ bank|trialled us)\\b",
  ],
  manipulation: [
    // hide
    "\\b(?:don'?t|didn'?t|do not|did not|never|not|no need to|won'?t|wouldn'?t|without|avoid(?:ed)?|nobody|no one|rather not|stop(?:ped)? short of|forgot to|hope (?:they|nobody|he|she))\\b[^.;]{0,18}\\b(?:mention\\w*|bring(?:ing)? (?:it |that |this )?up|tell\\w*|say\\w*|show\\w*|correct\\w*|volunteer\\w*|offer(?:ed)?|rais\\w+|point(?:ed|ing)? out|disclos\\w+|explain\\w*|add it up|write it down|spell\\w*|note|notice\\w*|ask\\w*|check\\w*|look\\w*|find\\w*|see\\w*|do the maths?|count\\w*|know\\w*|read\\w*|compar\\w+|bring\\w*)\\b",
    // leave out
    '\\b(?:leav\\w+|left|keep\\w*|kept|cut|drop(?:ped)?|tak\\w+|took|pull(?:ed)?)\\b[^.;]{0,40}\\b(?:out\\b(?! of (?:scope|office))|off (?:the|our|his|her|page|deck|slide)|quiet|vague|blank|to (?:my|our)selves|to myself|between (?:us|\\w+ and me)|in my pocket|under wraps|hush\\w*|fuzzy|unsaid|for (?:later|now))',
    // bury
    '\\b(?:bur(?:y|ied)|hid(?:e|den|ing)?|tuck(?:ed)?|appendix|small print|fine print|footnote|grey(?:ed)? out|last page|fold(?:ed)? (?:it|the|that)|spread (?:it|the)|bundled? into|smuggl\\w+|slip(?:ped)? (?:it |that )?(?:in|into|past)|blur\\w*|gloss\\w*|skat\\w+ over|breez\\w+ past|skip(?:ped)? over|glid\\w+ (?:over|past)|omit\\w*|conceal\\w*|play(?:ed)? down|downplay\\w*|mask\\w*|not in the (?:written|summary|minutes)|nowhere in)\\b',
    // later surprise
    '\\b(?:change requests?|surfaces? (?:it )?(?:after|at|later)|after the (?:po|contract|order|signature)|at contract stage|load (?:the|it)|later on|(?:ride|come|comes) in (?:on|later)|year (?:two|2)|yr 2|month 4|walk into that)\\b',
    // bend
    "\\b(?:straight face|not (?:quite|exactly|strictly|really|sure it)|technically|isn'?t (?:true|quite)|(?:in truth|actually|honest(?:ly)?|truth is|reality)\\b|made (?:it|that) up|(?:a )?(?:fib|lie|lied|white lie|stretch)\\b|pretend\\w*|pad(?:ded|ding)?|round(?:ed|ing)? (?:it |that |them )?(?:up|down)|inflat\\w+|massag\\w+|tweak\\w*|doctor(?:ed)?|fudg\\w+|cherry|dress(?:ed)? (?:it |that |up)|exaggerat\\w+|overstat\\w+|creative|bluff\\w*|made[- ]up|invent\\w*|rose-tinted|bit thick|as if|so it looks|looks? (?:like|smaller|bigger|worse|better)|on paper|gets it (?:under|over)|guess\\w*|have no figure|haven'?t (?:a|any) (?:figure|data)|not checking)\\b",
    // anchor
    '\\b(?:anchor\\w*|settle (?:for|at)|open(?:ed|ing)? (?:at|with|on|high)|start(?:ed)? (?:at|high)|decoy|waiv\\w+|feels? like|look(?:s)? (?:cheap|sane|small|reasonable|like a bargain|modest|generous)|list price|strike|line through|rounding error|per (?:day|hour|night|room|head|seat|host)\\b|big(?:ger)? number|high number|come down|land(?:ing)? (?:at|on)|(?:three|two) (?:sizes|options|tiers|packages)|the middle (?:one|look)|sticker|% (?:off|of savings)|yardstick|first number|framing)\\b',
    // ego
    '\\b(?:vain|vanity|ego\\w*|trophy|monument|legacy|remembered|pride|proud|hungry|shine|hero|bonus|promot\\w+|career|ambitio\\w+|prestige|jealous\\w*|league|status|cares how|his name|her name|wants? to be|look good|own idea|(?:his|her|their) (?:own )?(?:idea|cleverness|win|baby)|mirror|crown|feel (?:clever|important|smart|special|big)|visionary|new (?:in|to) (?:the )?(?:job|role)|\\d+ (?:weeks|months) in)\\b',
    // fear
    '\\b(?:scar\\w+|terrif\\w+|fear\\w*|frighten\\w*|afraid|nightmare|panic\\w*|sweat\\w*|nervous|horror|doom|went (?:white|cold|pale|quiet)|goes? (?:white|cold|pale|quiet)|guilt\\w*|asham\\w+|sham\\w+|embarrass\\w*|liabil\\w+|jail|blam\\w+|imagine|picture (?:the|that|it|him|her)|worst case|paranoi\\w+|dread\\w*|shak(?:e|en|ing)|wound|sore (?:spot|point)|raw|hurts?|pain(?:ful)?|flinch\\w*|winc\\w+|squirm\\w*|breach(?:es)?|storm|exhibit)\\b',
    // emotion
    '\\b(?:emotion\\w*|heart ?strings?|tug|tears?|cry|feel(?:s|ing)?|loath\\w*|hat(?:e|es|red)|resent\\w*|grudge|angry|angrier|red(?:der)?|lit up|glow\\w*|soft (?:one|spot)|lonely|sad|sympath\\w+|guilt|mood|warm|gut|hot faces?|sentimental)\\b',
    // politics
    "\\b(?:against (?:each other|one another|\\w+)|play(?:s|ed)? (?:\\w+ )?(?:off|to|golf)|rival\\w*|turf|politic\\w+|wedge|(?:have|has) a (?:quiet )?word|copied in|cc(?:'d|ed)?|leak\\w*|whisper\\w*|ally|allies|camp|divide|faction|pit\\b|pits?ted|on (?:our|my) side|champion|insider|mole|backchannel|hear(?:s)? it from|behind (?:his|her|their) back|let (?:him|her|them|\\w+) (?:carry|fight|sell|push|say)|carry it|stir|egg(?:ed)? (?:him|her|them) on|gossip|loyal\\w*|use that|use (?:him|her|it)\\b|pull strings|owes|soft-spoken)\\b",
    // ghostwrite
    '\\b(?:ghost-?wr\\w+|(?:write|wrote|draft|drafted|writing|help\\w*)\\b[^.;]{0,25}\\b(?:slides?|criteria|rfp|tender|spec|requirements?|paper|wording|summary|minutes|business case|it for (?:him|her|them))|our wording|our shape|happens to be|only us|just us|tailor\\w*|shap(?:e|ed|ing) the)\\b',
    // words
    "\\b(?:keep saying|call (?:it|that|them)|don'?t call|never (?:say|call)|frame[ds]?|fram(?:e|ing)|wording|the word|rename\\w*|phrase\\w*|reword\\w*|spin|spun|narrative|story|describ\\w+|label\\w*|title[ds]?|in brackets|out loud|aloud|own words?|silence|let it hang|page (?:one|1)|big print|in red|corner|repeat\\w*|replay)\\b",
    // show half
    "\\b(?:only the|the (?:good|nice|best|happy) (?:one|ones|site|month|numbers?|quarter)|not the|just the|best (?:month|site|week|case)|never the|first and|already growing|goes last|put (?:it|ours) first|comes? out on top|in front of the board|when the \\w+ is in the room|when (?:he|she|they)(?:'s|'re| is| are)?)\\b",
    // pretend
    "\\b(?:by accident|accidentally|casual\\w*|innocent\\w*|offhand|happen to|background|help|as if|so (?:he|she|they) thinks?|thinks? it'?s|believes?|makes? (?:him|her|them) (?:think|feel|believe)|free (?:assessment|audit|review|workshop|health check)|unbiased|neutral|independent|impartial)\\b",
  ],
};
